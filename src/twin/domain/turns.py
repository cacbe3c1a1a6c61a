"""Turns of phrase by the concept that they name; `phrases` reads them."""

# A concept or several, and the turns of phrase for it; a line further in goes on with the one
# above. In this order; the words of an earlier one are no longer there for a later one.
TURNS = r"""
-
    day to day
    day in day out
    on a (daily|typical|normal) (basis|day)
@marriage
    (have|got|with) an? partner
    (life|romantic) partner
    your partner(?! at)
@language
    (talk|speak|chat|write|converse|talking|speaking) (to|with) you in
@membership
    professional (body|bodies|associations?|organi[sz]ations?|societ(y|ies))
    (do|did) you belong to
    belong to
-
    (best|easiest|quickest|right) (way|place|time) (to|of)
@address
    home address
    (street|postal|mailing|private) address
    address at home
@email
    e mail( address(es)?)?
    email address(es)?
    address for email
@web
    (web|site) address
    web ?(site|page)
@phone
    (phone|telephone|mobile|cell) number
    (call|ring|phone) you
@contact
    (get|be|keep|stay) in (touch|contact)
    (get|catch|lay) (a )?hold of
    reach (out|you)
    (write|talk|speak) to you (directly|personally|in person)
    drop you a line
    contact (details|information|info)
@age
    how old
    what age
    date of birth
    (when|what year) (were|was) <you> born
@origin
    where (were|was|are) <you> (originally )?born
    (grow|grew) up
    (come |are )?(you )?(originally from|from originally)
    country of origin
@home
    where (are|is) <you>( currently| now)? (from|located|at home)
    where do you come from
    where is your home
    call home
    part of the world
@location
    where in the world (are|do|is|does) <you>( live| based)?
    (city|town|country|place) (do|are|is) <you> (in|from|at)(?=\W*$)
    (do|does|did|are|is) <you>( \w+)? (live|living|reside|based)
@salary
    how much (do|did|does|are|is) <you> (earn|make|paid|being paid|get paid|get)
    (salary|pay) expectations?
    net worth
@rate
    how much (do|does|would|will) (you|she|he|it|that) (charge|cost)
    (day|daily|hourly) rates?
    rates? per (day|hour)
@talk
    (can|could|may|would) (we|i|you) (book|hire|invite|get|have|like) you to (speak|talk)
    (can|could|may|would) (we|i|you) (book|hire|invite|get|have|like) you as an? (keynote )?speaker
@availability
    (can|could|may|should) (i|we|one|somebody|anyone) (hire|book|engage|employ) you
    (take|taking|accept|accepting)( on)?( any)? (new |more )?(work|clients|projects|jobs
        |commissions|orders|patients|students|cases)
    on the market
    open to work
    (looking|open|searching) (for|to) (a )?(new )?(work|jobs?|roles?|positions?|opportunities
        |offers|challenges?)
    (when|how soon) (can|could|would) you (be able to )?(start|begin)
    free to (take|start)
@duties @current
    (main |key |daily |current )?(responsibilities|duties)
    (a |your )?(typical|normal|average|usual|ordinary) (work(ing)? )?(day
        |week)( at work)?( look(s)? like)?
    (day|week) look(s)? like
    (job|role|work|position) (involve|entail)s?
    (spend|fill) (your|her|his) (days|time|working day)( at work| doing)?
@calling
    (inspired|motivated|drew|draws|led|brought|attracted|pushed|drove|made|makes|persuaded|got
        |gets) <whom> (to|into|want to)( (become|do|choose|take up|go into|start))?
    how did <you> (get|come|end up|fall|first get|break) (in|into|to be|to)
    why did <you> (choose|pick|become|go into|take up|decide)( to become| on)?
@offer
    (kind|sort|type)s? of (case|project|client|job|commission|service|thing)s? (do|did|would|will
        |can) <you> (take on|take|do|handle|accept|offer|work on)
    what services (do|can) you (offer|provide)
    services
@atwork
    (what )?(kind|sort|type)s? of (work|things?) (did|do|have) <you> (do|done)(?= (at|in|for|with
        |on)\b)
    how (long|many years) (did|have|had|were|was) <you>( (been|worked|work|working|stayed|stay
        |spent|spend))*(?= (at|for|with)\b)
@job
    (do|does|did) for a living
    earn (your|her|his|a) (living|keep)
    lines? of work
    (kind|sort|type) of work
    day job
    job title
    what (exactly )?is it (that )?<you> do(es)?
    what (do|does) <you> do( (for work|professionally|at work|all day|every day|these days
        |exactly|actually|now))?(?=\W*$)
@employer @current
    work(ing|s)? (for|at|with) <now>
    (who|whom|what company|which company|where) (do|does|are|is) <you> ((currently
        |now) )?(work(ing)?|employed)( (for|at|by))?
@career
    (where|who|whom)( else)? (did|have|has) <you> (ever |previously )?(work|worked|been
        |employed)( (for|at|in))?(?=\W*(before|previously|so far|in the past|until now)?\W*$)
    (what|which) (companies|firms|organisations|organizations|employers|places) (did|have
        |has) <you> (ever |previously )?(work|worked|been|employed)( (for|at|with|in))?
    (walk|talk|take|lead|guide|run) (me|us) through
    work(ing)? (history|life)
    career (path|so far|history)
    professional (background|history|journey|life|past)
    (jobs?|roles?|positions?) (have|did|had) you (had|held|have|hold|ever had)
    past (experience|jobs|roles)
@current
    <now>
@experience
    how (long|many years) have you (been|worked|had)( (working|practi[cs]ing|doing|active|an?|in
        |at|this|the|your))*
    years (of experience|in (the )?(business|job|field|profession|industry|trade))
    how (experienced|senior)
    how much experience
    how many years of
-
    experience (with|in|of)
    (any|your) knowledge of
@github
    (find|see|read|show me) (your|the) (source )?code
    code (samples?|examples?)
@skills
    (good|best|strong|skilled|great|excel|talented) (at|in)
    area of expertise
    (best |most )?known for
    (come|go) to you for
    your (niche|thing)
    strong (points?|suits?)
    what (can|could) you do( for \w+)?
    (tech|technology) stack
    know how to do
    (what|which) (technologies|techniques|methods)
@study
    (read|studied|study) at (uni|university|college|school)
    (go|went|been) to (school|college|university|uni)
    (academic|educational) background
favorite
    like (the )?(best|most)
    (love|enjoy) (the )?most
@atwork
    (did|do|does|have) <you>( \w+ly)? (do|done|achieve|achieved)(?= (at|in|for|with|on)\b)
@language @mothertongue
    mother tongue
    first language
    native (language|tongue|speaker)
@programming
    (programming|coding) languages?
    languages? (do|can|did) you (code|program|write code|develop)( in)?
@language
    languages? (do|can|does) <you> (speak|know|talk)
    languages? spoken
@language
    (do|have|hold|conduct) (the|an?|our|this) (interview|call|meeting|conversation|chat|session
        |consultation|lesson|class) in
@hobby
    (free|spare|leisure) time
    (for|to have) fun
    (to )?(relax|unwind|recharge|switch off|wind down)
    off duty
    outside( of)?( the)? (work|office|job)
    not working
    after (work|hours)
    weekends?
    what (do|does) <you> (like|enjoy|love)( doing| to do)?(?=\W*$)
@remote
    (work|working|works) (remotely|from home|from anywhere|on site|on location)
    home office
    willing to (move|relocate|travel)
@team
    who (works|do you work) with( you)?
    how many people (do you|did you|are in|are on|work)
    direct reports
    (people|staff) (under|reporting to) you
@working
    (are|is) <you> (working|busy) (on|with)
    working on
@recommendation
    (do|did|would|have) (your |the |other |past |former )*(others|people|colleagues|clients|bosses
        |coworkers|they) (say|said|think|describe|speak)( (about|of) you| you)?
    recommend you
@achievement
    (most )?proud of
    proudest (moment|of)
    (greatest|biggest) (success(es)?|achievements?|wins?|accomplishments?)
"""
