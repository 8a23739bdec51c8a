"""First names met in France, folded: one followed by a capitalised name is a person, in prose."""

from __future__ import annotations

from casetrack.extract.first_names_faker import FROM_FAKER

_BESIDES = """
abdallah abdel abdelaziz abdelhak abderrahim abdou abdoul abdoulaye abou adama adebayo adjoua adnan adolphe affoue
agathon agnieszka ahmet aissa aissata aissatou ake akissi aksel alassane albane alienor alioune amadou amandine amara
amaury ambroise amenan anatole andrei andrzej ange angus anh anil anouar anselme apolline apollonie arianne arjun
arman armel armelle arsene arthemise arwa assane assetou astrid athanase aubin auxence aymeric ayse ayumi azzedine
babacar bakary balthazar baptistin barnabe barthelemy bartholome bartosz basile bastien bathilde bechir behija behrouz
bengt bertille bertrand bich bjorn blaise blandine boualem boubacar boubou branislav brendan brieuc brune cagla
callista calvin candice capucin cassandre catalin celeste celestine cem chadia chafik chaima chantale charif cheikh
cheikhou chinwe chloee chukwuemeka ciara claudie clothilde clovis corentin corto cosette cuong cyprien cyrielle damien
danae deepak delphin demba desire diarra dieynaba djamila djeneba djibril domitille donatien doriane driss ebrima
edern edmee edna edouard edvige eglantine ehsan elif elijah elisabetta eloi elouan emeka emeric emine emre enguerrand
enora enzo ermine erwan erwann esma etel eudes eudoxie eugenie eulalie evann evariste fabrice fadi fadila fahd faissal
faiza fanta farhad farida fatma fatou fatoumata faustin faustine faycal felicie ferdinand fereshteh fikret firas
firmin flavien florin fode foued fulbert gael gaelle gaetane garance gaspard gauthier gautier gedeon genaro ghislain
ghislaine gilberte giorgos godefroy golnaz gontran gonzague goran gracieuse grzegorz guenole guilhem guillemette
gwenael gwenaelle gwendal gwenn gwladys habib habiba hachim hadja hafid hafida haider haja hajar hakan hakim halima
hamed hamidou harouna haruto hasna hassane hatice hedwige hela helier helios hend hermance herve hiba hind hippolyte
hiroshi honorine horace hossein houria houssem hung huong hyacinthe hyun ibrahima ibtissem idir idriss idrissa ignace
iheb ilan imad imed imen ingrid ionut isaline isaure isidore isma ismahane issa izaskun jacinthe jackie jacquette
jakub jamel jameleddine janick jawad jawed jihane jiho jiwoo joachim jocelyn josephe josette josiah josquin josselin
jovana judicael kadiatou kadidia kaina kais kamal kamel kamilia kassim katell kavita kaya kenji kenta kevan khadim
khady khanh khaoula kheira kilian kirill koffi kofi konan kouadio kouame krzysztof kwame kylian laeticia lahcen
lahouari lakshmi laleh lalie lamia lancelot landry larbi lars lassana latifa laureen laurene lauriane lazare leandre
leena leonce leonie leontine leopold lilou lin linh lloyd lofti loic loick lorette louay loubna louison loup lubna
lucien ludivine lukasz lyse mael maelle mahamadou mahaut mahdi mahe mahmoud mailys maimouna maixent malek malgorzata
malia malo malorie mame manon mansour maram marceau marcelin mariama mariame marien marilyne marlon marwan marylin
marylise maryvonne mateusz mathea mathurin maurane maureen maxine mayeul maylis mayssa medhi meena mehdi mehmet
melaine melchior meline melisande melvin melvyn messaoud michaella michal mieczyslaw mihai mikael minh minjun modibo
mohamadou moise mokhtar monia morad morten morvan mostafa mouhamadou mouhamed mouna muhammad muriel mustafa myrtille
naceur nadege nadira nael nafissa naila naima najat najib nanette naoko narjes nasrin nasser nathalia nazir ndeye
neila nestor nevena ngoc ngozi nguyen nicodeme nicolette nidhal nikos ninon nissrine nnamdi noelie nolwenn nordine
noura noureddine octave octavie odette odile odilon oihan oihana oksana oleg oleksandr oluwaseun oluwaseyi olympe
ombeline omid ondine onesime oren oriane orlane orphee orso ouafa ouassila oumar oumou ousmane oya ozvan pacome
padraig pape paquita paraskevi parisa pawel pelagie pernelle perpetue perrine petronille philbert philibert philomene
phuong pierrette pierrick pierrot piotr predrag prisca priscille priscillia priya prosper quang quentin quitterie quoc
rabia radouane rafik ragnar rahim rainier rajaa rajesh ramata ramesh raphaelle rastko rayane raymonde reda remi
reynald reza riadh robbie robinson rodolphe rokhaya rokia romane romuald ronan roselyne rosine roxane rozenn ruben
saadia sabah sabrina sadia saida saidou saindou sakura salif saliha salimata saliou salome sambou samia samira sanaa
sanjay sarra sascha satya saul scarlett sebastien segolene seifeddine sekou selin seoyeon serigne servane seydou
shaima shirin sidi sidonie simeon sinan sira sirine sixte sixtine slimane sloane smail soazic soazig sohane soizic
solal solange solenn solenne solveig sorin souhila souleymane soumaya stanislas steeve stefania stephane sunita
sunniva suresh suzan suzanne suzette sven swann sylvaine sylvestre sylvette sylviane tahar taieb takumi tancrede
tanguy tao taoufik tarek tarik tariq teddy telma thaddee thais thanh thelma theodore theophane theophraste theotime
thibaud thibauld thibaut thiebaud thien thierry thomasine tifany tifenn timeo timothe tiphaine titouan tjeerd tomasz
touria toussaint trinh tuan tugdual tuyet ulysse uma umut urielle ursule valere valerian valeriane vassili veljko
vianney victoire victorien victorine vijay violaine virgil virgile vivian vivien vivienne vladislav volkan wadi wael
wafa wahiba wahid wajdi wandrille wassila wenceslas wilfrid winnie wissam wojciech xavier xaviere xiang xin xuan
yacouba yael yamina yan yaniv yann yannick yao yaroslav yasin yassir yazid yelena yeter ylan ylies yoel yolaine
yolande yona yonas yoni yoram youness younous yse yuan yuki yuliya yumiko yuri yusuf yvain yvelise yves yvette
yvonnick zacharia zacharie zahia zahra zaid zaineb zakari zaki zeina zelda zelie zeliha zena zephyrin zeynep zhang
zhen ziad zied zita zlatan zofia zohir zohra zohreh zouhair zsofia zuleika
zuzana tran pham hoang huynh phan bui ngo duong
"""
# Met in France, from Brittany to Mayotte, and absent from the library's lists.
FIRST_NAMES = FROM_FAKER | frozenset(_BESIDES.split())
