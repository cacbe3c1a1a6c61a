"""Families of words that mean nearly the same when they are said of a person."""

# One family a line. A word stands here when, said of a person, it can replace its neighbours.
FAMILIES = """
victim survivor
lawyer solicitor attorney barrister advocate law legal
doctor physician medic surgeon
nurse nursing
trainee apprentice apprenticeship intern internship traineeship placement
student pupil learner
client customer patron
colleague coworker teammate peer
boss supervisor superior
staff personnel crew employee workforce
developer programmer coder
chef cook cooking culinary kitchen
journalist reporter journalism press
photographer photography photograph photo camera
illustrator illustration illustrate drawing draw sketch
painter painting paint watercolour
translator translate translation interpreter interpret
mediator mediation mediate
scientist science scientific
researcher research
engineer engineering
architect architecture architectural
musician music musical
theatre theater stage play drama
actor actress acting
dancer dance ballet
singer sing choir vocal
runner running jogging jog marathon
swimmer swim swimming
cyclist cycle cycling bike bicycle biking
hiker hike hiking walk walking ramble trek
climber climb climbing mountaineering bouldering
gardener garden gardening allotment
sailor sail sailing boat yacht
diver diving dive scuba
baker bake baking bread
knit knitting crochet sew sewing
boring dull tedious dreary monotonous
hard difficult tough challenging challenge tricky
mistake failure error blunder fail failed
funny humour humor joke
afraid fear scared scary
happy joy glad delight
angry annoy irritate frustrate annoyed
love adore
hate dislike detest
lesson learned learnt
famous known renowned
tool equipment gear kit instrument
car vehicle
sea ocean marine
grant funding fellowship scholarship bursary stipend
school pupil classroom
company firm business agency
startup venture
founded founder cofounder founding cofounded found establish established
owner own
quit leave left resign depart
hire recruit recruitment hiring
join joined
move moved relocate relocation emigrate
qualify qualified admitted accredited accreditation licensed trained certified chartered registered
train trained training
exam examination
thesis dissertation
course class workshop
lecture talk presentation speech keynote
teach instruct lecture tutor coach
mentor mentoring coach coaching
advise advice consult consulting consultant consultancy counsel
help assist support aid
build built construct constructed
write wrote written author authored
publish published
paper article
book novel memoir
magazine journal
invent invented inventor invention
discover discovered discovery
improve improvement improved better
reduce reduced cut decrease lower shrink halve halved
increase increased grow grew raise double doubled
save saved saving
repair fix mend restore restored restoration
cook cooked
buy bought purchase
sell sold
win won winner
lead led head headed
supervise supervised oversee oversaw
organise organised organisation arrange
budget spending
award prize
hobby pastime
breakfast lunch dinner supper meal
drink coffee tea
holiday vacation
trip journey tour expedition voyage
abroad overseas
child children kid
young youth teenager
dog puppy hound greyhound terrier spaniel retriever
cat kitten
bird owl parrot
horse pony
disability disabled accessibility accessible
hospital clinic
court tribunal trial
police crime criminal
army military navy naval soldier
church parish
parliament government
university college faculty campus
museum gallery exhibition exhibit
concert gig recital
festival fair
film movie cinema
video footage
website site
newsletter mailing
podcast radio broadcast
data dataset
deadline schedule
monthly month
weekly week
yearly annual annually
licence license permit
visa
parent mother father
motto saying maxim
advice tip
inspire inspired inspiration influence idol hero
mission purpose
strength strong
weakness weak
quality trait
goal aim ambition
sponsor sponsorship
online virtual video zoom
appointment consultation session
vegetarian vegan
menu dish recipe
restaurant bistro brasserie
harbour harbor port
ship vessel
species animal
coral reef
fish fishery fisheries
forest wood woodland
climate weather
""".strip().splitlines()

# The people and language of a country, as adjectives, beside its name.
COUNTRIES = """
albania albanian
algeria algerian
argentina argentinian argentine
armenia armenian
australia australian
austria austrian
bangladesh bangladeshi
belgium belgian
bolivia bolivian
brazil brazilian
bulgaria bulgarian
canada canadian
chile chilean
china chinese
colombia colombian
croatia croatian
cuba cuban
cyprus cypriot
denmark danish dane
egypt egyptian
england english
eritrea eritrean
estonia estonian
ethiopia ethiopian
finland finnish
france french
germany german
ghana ghanaian
greece greek
hungary hungarian
iceland icelandic
india indian
indonesia indonesian
iran iranian persian farsi
iraq iraqi
ireland irish
israel israeli
italy italian
jamaica jamaican
japan japanese
kenya kenyan
korea korean
latvia latvian
lebanon lebanese
lithuania lithuanian
malaysia malaysian
malta maltese
mexico mexican
morocco moroccan
nepal nepali nepalese
netherlands dutch holland
nigeria nigerian
norway norwegian
pakistan pakistani
peru peruvian
philippines filipino
poland polish
portugal portuguese
romania romanian
russia russian
scotland scottish
senegal senegalese
serbia serbian
singapore singaporean
slovakia slovak
slovenia slovenian
spain spanish
sweden swedish
switzerland swiss
syria syrian
taiwan taiwanese
thailand thai
tunisia tunisian
turkey turkish
ukraine ukrainian
vietnam vietnamese
wales welsh
""".strip().splitlines()
