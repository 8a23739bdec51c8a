"""First names met in France, folded: one followed by a capitalised name is a person, in prose."""

from __future__ import annotations

from casetrack.extract.first_names_faker import FROM_FAKER

_BESIDES = """
abdallah abdel abdelaziz abdelhak abderrahim abdou abdoulaye abou adama adnan adolphe agathon aissa aissata aissatou
aksel alassane albane alienor alioune amadou amara ambroise anatole ange angus anouar anselme apollonie arianne arman
armel armelle arsene arthemise arwa assane athanase azzedine babacar bakary balthazar baptistin barnabe bartholome
bathilde bechir behija bengt bertille blaise blandine boualem boubacar branislav brendan brune callista calvin candice
capucin celeste cem chadia chafik chaima chantale charif cheikh chloee ciara claudie clothilde corto cosette cyprien
cyrielle danae desire djamila djibril domitille donatien doriane driss ebrima edmee edna edvige eglantine elijah
elisabetta elouan emeric emre enora esma etel eudes eudoxie eulalie evann evariste fadi fadila fahd faissal faiza fanta
farida fatou fatoumata faustin faustine faycal felicie fikret firas firmin flavien fode foued fulbert garance gautier
gedeon genaro giorgos godefroy gontran gracieuse guenole guilhem guillemette gwenael gwendal gwladys habib habiba hachim
hadja hafid hafida haider haja hajar hakim halima hamed hamidou harouna hasna hassane hedwige hela helios hend hermance
hiba hind hippolyte hiroshi honorine horace houria houssem hyacinthe ibtissem idir idriss idrissa iheb ilan imad imed
imen isaure isidore isma ismahane issa jacinthe jackie jamel jameleddine janick jawad jawed jihane jocelyn josephe
josiah josquin josselin jovana judicael kadiatou kaina kais kamal kamel kamilia kassim katell kaya kenji kevan khadim
khaoula kheira kirill kofi kwame laeticia lahcen lahouari lalie lamia lancelot landry larbi lassana latifa laureen
laurene lauriane lazare leandre leena lin lloyd lofti loick lorette louay loubna louison loup lubna lyse mahamadou
mahaut mahdi mahe maimouna maixent malek malia malo malorie mame mansour maram marceau marcelin mariama marilyne marlon
marwan marylin marylise maryvonne mathea mathurin maurane maxine mayeul maylis mayssa medhi melisande melvin melvyn
messaoud michaella michal mieczyslaw mikael modibo mohamadou moise mokhtar monia morad morten mostafa mouhamed mouna
muhammad myrtille naceur nadira nafissa naila naima najat najib nanette narjes nasser nathalia nazir ndeye neila nevena
nguyen nicolette nidhal nikos ninon nissrine noelie nolwenn nordine noura noureddine octave octavie odilon oihana oksana
oleg oleksandr olympe ondine oren oriane orlane orphee orso ouafa ouassila oumar oumou ousmane oya pacome padraig
paquita paraskevi pernelle petronille philbert philibert philomene pierrette pierrick pierrot predrag priscille prosper
quoc rabia radouane rafik ragnar rahim rajaa ramata raphaelle rastko rayane reda reynald riadh robbie robinson rokhaya
ronan roselyne rosine saadia sabah sadia saida saidou saindou salif saliha salimata saliou sambou samia sanaa sarra
sascha satya saul scarlett segolene seifeddine sekou selin servane seydou shaima sidi sidonie simeon sinan sirine sixte
sixtine slimane sloane smail soazig sohane soizic solal solenn solenne souhila souleymane soumaya stanislas steeve
sunniva suzan suzette sylvaine sylvestre sylvette tahar taieb tancrede tao taoufik tarek tarik tariq teddy telma thais
thelma theophane theophraste thibauld thiebaud thien thomasine tifany timothe tiphaine titouan tjeerd touria trinh tuan
tugdual ulysse uma umut ursule valerian valeriane vassili veljko vianney victorien victorine violaine virgil virgile
vivian vivien vivienne vladislav volkan wadi wael wafa wahiba wahid wajdi wandrille wassila wilfrid winnie wissam
xaviere xin yacouba yael yamina yan yaniv yao yaroslav yasin yassir yazid yelena yeter ylan ylies yoel yolaine yona
yonas yoni yoram youness younous yse yuan yuki yuliya yuri yvain yvelise yvonnick zacharia zahia zahra zaid zaineb
zakari zaki zeina zelda zeliha zena zhang zhen ziad zied zlatan zohir zohra zouhair zuleika zuzana
"""
# Met in France, from Brittany to Mayotte, and absent from the library's lists.
FIRST_NAMES = FROM_FAKER | frozenset(_BESIDES.split())
