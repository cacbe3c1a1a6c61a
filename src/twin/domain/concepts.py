"""Concepts that every CV has, and the words under which visitors and profiles name them."""

from dataclasses import dataclass

from twin.domain import english


@dataclass(frozen=True, slots=True)
class Concept:
    """A thing to ask a person about.

    Attributes:
        words: name it in a question and in a sentence.
        asks: name it in a question; in a sentence they may mean anything.
        members: instances; they put a sentence under the concept, but a question that names one
            asks for that one alone.
        keys: name it in a fact's key; the words do when there are none.
        explicit: told from a fact that is about it by its key, never gathered from prose.
    """

    name: str
    words: str = ""
    asks: str = ""
    members: str = ""
    keys: str = ""
    explicit: bool = False


_INSTRUMENTS = (
    "piano guitar violin drum cello fiddle flute harp trumpet saxophone clarinet horn "
    "trombone tuba oboe bassoon harmonica organ keyboard bagpipes accordion banjo ukulele "
    "mandolin viola oud sitar"
)
CONCEPTS = (
    Concept("location", "residence reside based", "location live living city town village country"
            " region whereabouts",
            keys="city town country location residence based base domicile headquarters"),
    Concept("nationality", asks="nationality citizenship",
            keys="nationality citizenship passport"),
    Concept("origin", "born birthplace hometown", "childhood origin",
            keys="birthplace hometown origin nationality born"),
    Concept("contact", asks="contact reach touch message connect",
            keys="email website linkedin phone mail contact github homepage url twitter mastodon"),
    Concept("email", "email", "mail", keys="email mail"),
    Concept("phone", asks="phone telephone mobile cell", keys="phone telephone mobile cell tel",
            explicit=True),
    Concept("web", "website homepage blog", "site portfolio url",
            keys="website homepage blog site portfolio url"),
    Concept("linkedin", "linkedin"),
    Concept("github", "github repository", "repo", keys="github gitlab codeberg"),
    Concept("job", "occupation profession", "job role position employment title",
            keys="job role occupation profession title position headline"),
    Concept("employer", "employer", "company organisation firm",
            keys="employer company organisation organization firm"),
    Concept("current", "currently", "current nowadays presently today", keys="current present now"),
    Concept("previous", "previously formerly", "previous former past earlier",
            keys="previous past former earlier"),
    Concept("career", "career", "resume cv background path journey"),
    Concept("duties", asks="responsibility responsible duty task",
            keys="responsibility responsibilities duty duties task"),
    Concept("calling", "vocation inspired", keys="vocation motivation"),
    Concept("service", asks="service", keys="service offer offering"),
    Concept("experience", "experience", "experienced seniority", keys="experience seniority"),
    Concept("skills", "skill expertise speciality specialty specialise specialize expert",
            "strength tool competence competency ability talent proficient knowledge stack"
            " technique tech technology toolbox toolkit",
            keys="skill specialty speciality expertise strength competence ability stack technology"
            " tech specialism specialization specialisation"),
    Concept("study", "education university degree graduate diploma alma",
            "study studied school college educated educational academic qualification train"
            " schooling attend major",
            keys="education degree university college study training qualification qualifications"),
    Concept("doctorate", "phd doctorate doctoral dphil",
            keys="phd doctorate doctoral dphil"),
    Concept("thesis", asks="thesis dissertation", keys="thesis dissertation"),
    Concept("master", "msc mba meng mphil llm mres mfa mph ma", "master"),
    Concept("bachelor", "bachelor bsc beng llb bfa ba undergraduate"),
    Concept("language", "bilingual multilingual fluent", "language speak spoken tongue",
            " ".join(english.words("languages")), keys="language tongue"),
    Concept("mothertongue", "native", members="native mother"),
    Concept("teaching", "teach taught teacher tutor instructor", "teaching"),
    Concept("programming", "programming", "code coding program",
            "python java javascript typescript rust go c++ c# ruby scala kotlin swift cobol fortran"
            " haskell php r sql elixir perl"),
    Concept("database", "database", members="postgresql postgres mysql sqlite oracle mongodb redis"
            " cassandra dynamodb snowflake bigquery clickhouse duckdb sql"),
    Concept("cloud", "cloud", members="aws azure gcp kubernetes lambda terraform"),
    Concept("software", "software app", "tool application",
            keys="software app tool stack technology"),
    Concept("tool", "tool equipment gear"),
    Concept("hobby", "hobby pastime", "interest leisure fun passion passionate enjoy",
            keys="hobby interest pastime leisure passion away"),
    Concept("sport", "sport", "exercise athletic", "football tennis running climbing bouldering"
            " swimming cycling rowing kayaking hiking skiing sailing chess cricket rugby badminton"
            " volleyball basketball handball hockey golf judo karate squash baseball yoga"),
    Concept("instrument", asks="instrument", members=_INSTRUMENTS, keys="instrument"),
    Concept("music", "music", "song musician listen", f"jazz choir opera {_INSTRUMENTS}",
            keys="music instrument"),
    Concept("book", "novel", "book read reading author literature", keys="book reading"),
    Concept("film", "film movie", "cinema"),
    Concept("food", "food dish meal cuisine", "eat", keys="food dish cuisine diet"),
    Concept("travel", "travel", "trip"),
    Concept("pet", "pet", "animal", "dog cat parrot owl horse rabbit tortoise greyhound"
            " spaniel labrador terrier lurcher sheepdog pony collie poodle whippet hamster"
            " goldfish",
            keys="pet"),
    Concept("certificate", "certificate certification certified licence license",
            "accreditation accredited credential licensed"),
    Concept("award", "award prize medal accolade", "honour recognition distinction win won",
            keys="award prize honour honor medal recognition"),
    Concept("publication", "publication published publish", "paper article book",
            keys="publication paper book article writing"),
    Concept("patent", "patent", "invention invent"),
    Concept("talk", "talk lecture keynote speaker", "speech conference presentation seminar",
            keys="talk speaking lecture conference keynote"),
    Concept("availability", "available availability", "hire hiring freelance consult consulting"
            " advise advisory engagement opportunity",
            keys="availability available open hire notice openings vacancy vacancies capacity"),
    Concept("turnaround", asks="turnaround", keys="turnaround delivery response reply timeline"),
    Concept("selfemployed", "freelance freelancer freelancing selfemployed", "freelance"),
    Concept("remote", "remotely remote video virtual zoom online",
            "hybrid onsite",
            keys="remote relocation hybrid"),
    Concept("office", asks="office", keys="office"),
    Concept("relocation", asks="relocate relocation", keys="relocation"),
    Concept("team", "team manage lead led supervise crew brigade squad staff",
            "leadership direct report",
            keys="team management leadership staff squad crew reports assistant colleagues people"
            " partner"),
    Concept("project", "project", "built build initiative", keys="project"),
    Concept("opensource", "opensource", "contributor maintainer", keys="opensource source"),
    Concept("achievement", "achievement proud proudest", "accomplishment accomplish achieve success"
            " milestone", keys="achievement accomplishment highlight proudest"),
    Concept("payment", "payment invoice invoicing instalment", "prepayment paypal cheque",
            keys="payment invoicing invoice billing deposit"),
    Concept("cancellation", "cancellation cancel refund", "postpone reschedule",
            keys="cancellation cancelling refund rescheduling"),
    Concept("confidentiality", "confidential confidentiality nda discretion", "discreet secrecy",
            keys="confidentiality nda discretion"),
    Concept("privacy", "gdpr", "privacy", keys="privacy gdpr data"),
    Concept("insurance", "insurance insured indemnity", "liability",
            keys="insurance indemnity liability"),
    Concept("guarantee", "guarantee warranty guaranteed", "aftercare recourse redress",
            keys="guarantee warranty promise complaint complaints aftercare repairs"),
    Concept("directions", asks="parking", keys="parking directions"),
    Concept("delivery", asks="postage parcel",
            keys="delivery shipping postage shipment dispatch courier"),
    Concept("voucher", "voucher", keys="voucher vouchers gift gifts"),
    Concept("accessibility", "wheelchair", "accessibility",
            keys="accessibility accessible wheelchair"),
    Concept("groupsize", asks="headcount", keys="participants"),
    Concept("agegroups"),
    Concept("emergency", keys="emergency emergencies urgent hotline"),
    Concept("waitinglist", "waitlist", keys="waitlist queue waiting backlog"),
    Concept("deposit", asks="deposit retainer", keys="deposit retainer prepayment"),
    Concept("custom", "bespoke", "personalisation customisation",
            keys="bespoke custom customisation personalisation personalised"),
    Concept("area", asks="catchment radius mileage",
            keys="area areas catchment region regions covered served radius coverage territory"),
    Concept("requirements", asks="prerequisite precondition",
            keys="requirements requirement prerequisites prerequisite preconditions rider"),
    Concept("intro", keys="taster"),
    Concept("materials", asks="material ingredient supplier vendor stockist",
            keys="materials material suppliers supplier supplies ingredients vendors brands"
            " sourcing"),
    Concept("sustainability", asks="sustainability ecofriendly",
            keys="sustainability sustainable environment environmental eco ecology climate carbon"
            " footprint recycling waste"),
    Concept("rights", asks="copyright", keys="copyright copyrights rights royalties"),
    Concept("collaborators", asks="collaborator subcontractor",
            keys="collaborators collaborator collaborations collaboration partners subcontractors"
            " subcontracting associates network collective"),
    Concept("newsletter", asks="newsletter substack unsubscribe",
            keys="newsletter newsletters mailing bulletin substack"),
    Concept("podcast", asks="podcast", keys="podcast podcasts"),
    Concept("interviews", asks="journalist reporter", keys="journalists"),
    Concept("speakingfee", asks="honorarium", keys="honorarium"),
    Concept("speakingtopics"),
    Concept("booking", asks="appointment", keys="booking appointment apply bookings"),
    Concept("internship", "internship intern apprenticeship", "placement trainee shadow shadowing",
            keys="internship placement shadowing apprenticeship trainee traineeship intern"),
    Concept("discount", "discount concession bursary", "scholarship",
            keys="discount bono scholarship concession bursary reduction reductions"),
    Concept("presskit", asks="headshot portrait", keys="press portrait headshot logo boilerplate"),
    Concept("seeking", keys="seeking ideal desired target looking wanted"),
    Concept("portfolio", "portfolio showreel", "sample", keys="portfolio samples sample examples"
            " showreel reel"),
    Concept("industries", keys="industry sector market vertical"),
    Concept("leadership", keys="leadership"),
    Concept("joy", keys="enjoy joy likes loves pleasure"),
    Concept("quitting", keys="leaving left quitting"),
    Concept("business", keys="company_description business mission"),
    Concept("gap", "sabbatical", keys="break sabbatical gap"),
    Concept("insideai", asks="chatgpt ai chatbot", keys="ai chatgpt"),
    Concept("insideai", asks="chatgpt", keys="ai"),
    Concept("driving", keys="driving"),
    Concept("minimum", keys="smallest shortest"),
    Concept("notice", keys="notice"),
    Concept("interview", keys="interview"),
    Concept("firstjob"),
    Concept("workingon"),
    Concept("leisure", keys="hobby interest pastime leisure away"),
    Concept("reading", keys="bookshelf"),
    Concept("teamsize", keys="headcount"),
    Concept("strengths", keys="skill strength competence competency ability expertise speciality"
            " specialty specialism"),
    Concept("workmodel", keys="remote hybrid onsite"),
    Concept("fee", keys="rate fee price cost charge tariff pricing"),
    Concept("credentials", keys="certificate certification certified accreditation credential"
            " licence license"),
    Concept("services", keys="service offer offering"),
    Concept("timezone"),
    Concept("motto", "motto philosophy principle value believe", "credo",
            keys="motto philosophy principle value"),
    Concept("volunteer", "volunteer volunteering voluntary", "charity"),
    Concept("membership", "member membership", "society association", keys="membership member"
            " society association guild"),
    Concept("goal", "goal ambition aspiration hope aim intend someday", "plan dream future",
            keys="goal ambition plan future"),
    Concept("failure", asks="failure mistake regret blunder fiasco flop fail",
            keys="failure mistake regret"),
    Concept("weakness", "weakness", "weakness shortcoming flaw struggle hardest toughest",
            keys="weakness shortcoming flaw"),
    Concept("refusal", asks="refuse decline dislike hate avoid reject",
            keys="dislike peeve hate refuse refusal never decline"),
    Concept("moment", asks="yesterday tomorrow tonight", keys="moment", explicit=True),
    Concept("pronunciation", asks="pronounce pronounced pronunciation", keys="pronunciation"),
    Concept("client", asks="clientele", keys="client customer clientele"),
    Concept("funfact", asks="trivia quirk", keys="fun surprising trivia secret quirk"),
    Concept("hero", "hero idol mentor", "inspiration inspires influence admire",
            keys="hero idol inspiration influence mentor"),
    Concept("peeve", "peeve", "annoys irritates", keys="peeve dislike annoyance hate"),
    Concept("social", asks="twitter instagram mastodon bluesky facebook youtube tiktok",
            keys="twitter mastodon instagram bluesky facebook youtube social tiktok"),
    Concept("method", asks="methodology workflow", keys="process approach method workflow"),
    Concept("hours", asks="hours", keys="hours"),
    Concept("nickname", "nickname", keys="nickname known"),
    Concept("advice", "advice", "advice recommend tip suggestion", keys="advice tip"),
    Concept("learning", asks="learn learned learnt taught", keys="learning"),
    Concept("whyme", keys="usp"),
    Concept("jobchanges"),
    Concept("dream"),
    Concept("nowreading"),
    Concept("typicalday"),
    Concept("morning"),
    Concept("childhood", asks="childhood boyhood girlhood", keys="childhood"),
    Concept("upbringing", asks="upbringing", keys="childhood upbringing"),
    Concept("tongue", asks="accent dialect", keys="accent dialect"),
    Concept("military", keys="military army navy conscription veteran reservist"),
    Concept("favouriteplace", keys="favouriteplace"),
    Concept("favouritemusic", asks="playlist", keys="playlist"),
    Concept("favouritefilm", keys="favouritefilm"),
    Concept("coffee", keys="coffee tea"),
    Concept("diet", asks="dietary", keys="diet dietary vegetarian vegan"),
    Concept("smoking", asks="smoker", keys="smoking smoker drinking alcohol"),
    Concept("transport", keys="transport transportation car bike bicycle vehicle commute"
            " commuting"),
    Concept("drivinglicence", keys="drivinglicence"),
    Concept("superstition", asks="superstition superstitious horoscope talisman",
            keys="superstition superstitious luck lucky talisman"),
    Concept("competitors", keys="competitors competitor competition rivals"),
    Concept("sideproject", keys="sideproject"),
    Concept("workspace", keys="workspace workroom"),
    Concept("firstcomputer", keys="firstcomputer"),
    Concept("balance", keys="overtime"),
    Concept("stress", keys="stress"),
    Concept("timeoff", keys="holidays holiday vacation closed closures closing"),
    Concept("returns", keys="returns return complaints complaint exchanges"),
    Concept("bestseller", asks="bestseller", keys="bestseller bestsellers"),
    Concept("funding", keys="funding funders investors investor grants"),
    Concept("revenue", keys="turnover"),
    Concept("exhibitions", keys="exhibitions exhibition galleries gallery"),
    Concept("workstyle", keys="teamwork introvert"),
    Concept("disputes", keys="conflicts disputes criticism"),
    Concept("favouritecolour", keys="favouritecolour"),
    Concept("favouriteseason", keys="favouriteseason"),
    Concept("productivity", keys="productivity"),
    Concept("chronotype", keys="chronotype"),
    Concept("retirement", keys="retirement succession successor"),
    Concept("businessname", keys="businessname"),
    Concept("trends", keys="trends outlook"),
    Concept("challenge", keys="challenge challenges"),
    Concept("bucketlist", keys="bucketlist"),
    Concept("handedness", asks="lefthanded righthanded ambidextrous", keys="handedness lefthanded"),
    Concept("trademark", asks="trademark", keys="trademark trademarks"),
    Concept("permit", asks="sponsorship",
            keys="visa permit authorization authorisation eligibility sponsorship citizenship"),
    Concept("recommendation", asks="recommendation reference testimonial endorse",
            keys="recommendation reference testimonial endorsement praise", explicit=True),
    Concept("rate", asks="rate fee charge price hourly daily expensive",
            keys="rate fee price cost charge"),
    Concept("salary", asks="salary earn income wage compensation rich wealth",
            keys="salary income wage compensation pay", explicit=True),
    Concept("age", asks="age birthday birthdate", keys="age birthday birthdate born",
            explicit=True),
    Concept("marriage", asks="married marriage wife husband spouse single girlfriend"
            " boyfriend divorced family", keys="married spouse wife husband marital partner family",
            explicit=True),
    Concept("children", asks="children child kid son daughter pregnant family",
            keys="children kids sons daughters family", explicit=True),
    Concept("parents", asks="mother father parent family", keys="parents mother father family",
            explicit=True),
    Concept("siblings", asks="brother sister sibling family",
            keys="siblings brothers sisters family", explicit=True),
    Concept("health", asks="health healthy ill illness disability disabled disease sick medication"
            " allergy allergic therapy", keys="health illness disability allergy", explicit=True),
    Concept("religion", asks="religion religious faith god pray atheist",
            keys="religion faith religious belief", explicit=True),
    Concept("politics", asks="vote voted politics political party",
            keys="politics political party", explicit=True),
    Concept("gender", asks="gender pronoun", keys="gender pronouns", explicit=True),
    Concept("sexuality", asks="gay straight sexuality sexual orientation",
            keys="sexuality orientation", explicit=True),
    Concept("companywork", keys="companywork"),
    Concept("vacancies", keys="vacancies"),
    Concept("arrival", keys="arrival immigrated emigrated"),
    Concept("ethnicity", asks="ethnicity race", keys="ethnicity race", explicit=True),
    Concept("address", asks="address postcode zip", keys="address street postcode zip",
            explicit=True),
)  # fmt: skip
# Who asks for one of these asks for the fact that is called so, whatever else is said.
NARROW = frozenset(
    """
    @accessibility @achievement @advice @agegroups @area @arrival @balance @bestseller @booking
    @bucketlist @businessname @calling @cancellation @challenge @chronotype @client @coffee
    @collaborators @companywork @competitors @confidentiality @credentials @custom @delivery
    @deposit @diet @directions @discount @disputes @driving @drivinglicence @emergency @exhibitions
    @experience @failure @favouritecolour @favouritefilm @favouritemusic @favouriteplace
    @favouriteseason @fee @firstcomputer @firstjob @food @funding @funfact @gap @github @groupsize
    @guarantee @handedness @hero @hours @industries @insideai @instrument @insurance @internship
    @interview @interviews @intro @joy @language @leadership @learning @leisure @linkedin @materials
    @membership @method @military @minimum @motto @nationality @newsletter @nickname @notice
    @opensource @payment @peeve @permit @pet @podcast @portfolio @presskit @privacy @productivity
    @pronunciation @publication @reading @refusal @remote @requirements @retirement @returns
    @revenue @rights @salary @seeking @services @sideproject @smoking @social @speakingfee
    @speakingtopics @sport @strengths @stress @superstition @sustainability @talk @teamsize @timeoff
    @timezone @tongue @trademark @transport @trends @turnaround @upbringing @vacancies @volunteer
    @voucher @waitinglist @weakness @web @whyme @workingon @workmodel @workspace @workstyle
    """.split()  # noqa: SIM905
)
