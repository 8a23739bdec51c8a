"""Common first names in France, folded: one followed by a capitalised name is a person, in prose."""

from __future__ import annotations

_NAMES = """
adam adele adeline adrien adrienne agathe agnes ahmed aicha alain alban albane albert alexandra alexandre alexia
alexis alfred ali alice alicia aline alix alma aloys amandine ambre amelie amina amine amir anais anastasia andre
andrea andree ange angela angele angelique anissa anna annabelle anne annick annie anouk anthony antoine antoinette
apolline ariane arianne armand armelle arnaud arthur assia astrid aude audrey augustin aurelie aurelien aurore axel
axelle aymeric ayoub baptiste barbara basile bastien beatrice benedicte benjamin benoit bernadette bernard bertrand
bilal blaise blandine boris brigitte bruno camille candice capucine carine carla carole caroline cassandra catherine
cecile cecilia cedric celeste celia celine chantal charlene charles charlotte chloe christel christelle christian
christiane christine christophe claire clara clarisse claude claudette claudie claudine clemence clement clementine
clotilde colette coline constance coralie corentin corinne cyril cyrille damien daniel daniele danielle david deborah
delphine denis denise diane didier dimitri dominique dorothee driss edgar edith edmond edouard edward elena eliane
elie eliott elisa elisabeth elise elodie eloise elsa emeline emeric emile emilie emilien emma emmanuel emmanuelle eric
erwan esteban estelle esther ethan etienne eugene eugenie eva evelyne fabien fabienne fabrice fadila faiza fanny farid
fatiha fatima fatou felicie felix ferdinand fernand flavie flavien fleur flora florence florent florentin florian
france francine francis franck francois francoise frederic frederique gabin gabriel gabrielle gael gaelle gaetan
gaspard gaston genevieve geoffroy george georges gerald geraldine gerard germain ghislain ghislaine gilbert gilberte
gilles ginette gisele gregoire gregory guillaume gustave guy gwenael gwenaelle habib hadrien hakim hamid hamza hanna
hassan helena helene helios heloise henri henriette herve hicham hortense hubert hugo hugues ibrahim ignace ines
ingrid irene iris isaac isabelle ismael ivan jacqueline jacques jade jamal jason jawad jean jeanne jeannine jeremie
jeremy jerome jessica joel joelle john jonathan jordan joris jose joseph josephine josette joshua josiane judith jules
julia julie julien julienne juliette justin justine kamel karim karima karine katia kevin khadija khaled laetitia
lahcen lamia laura laure laurence laurent laurie lea leila lena leo leon leonard leonie leopold lila lilian liliane
lily lina linda lionel lisa lise loic lola lorraine lou louane louis louisa louise loup luc luca lucas lucette lucie
lucien lucienne lucile ludivine ludovic lydia lydie madeleine mael maeva magali mahaut malek malika manon manuel marc
marceau marcel marcelle margaux margot marguerite maria mariam marianne marie marina marine marion marjorie marlene
marthe martial martin martine maryse maryvonne mateo mathias mathieu mathilde mathis matthias matthieu maud maurice
max maxence maxime maximilien mehdi melanie melina melissa meriem michael michel michele micheline mickael mireille
mohamed mohammed monique morgan morgane mounir mourad moussa muriel mustapha myriam nabil nadege nadia nadine naima
nassim natacha natalia nathalie nathan nicolas nicole nina ninon noah noe noel noelle noemie nora nour odette odile
olga oliver olivia olivier omar oriane oscar pablo pascal pascale patrice patricia patrick paul paule paulette pauline
perrine peter philippe philippine pierre pierrick prosper quentin rachel rachid rachida raoul raphael raphaelle
raymond raymonde rebecca regine regis remi remy renaud rene renee richard robert robin roger roland romain romane
romuald rosalie rose roseline roxane sabine sabrina sacha said salim salima sally salma salome sami samia samir samira
samuel sandra sandrine sara sarah sebastien selim serge severine sidonie simon simone sofia solange solene soline
sonia sophia sophie soraya stanislas stefan stephane stephanie suzanne sybille sylvain sylvaine sylvestre sylviane
sylvie tanguy tarek tatiana thea theo theodore therese thibaud thibault thierry thomas timothee titouan tom tristan
ugo ulysse valentin valentine valere valerie vanessa veronique victoire victor victoria vincent violaine violette
virgile virginie viviane vivien wahid walid wilfried william xavier yacine yael yann yannick yasmina yasmine yassine
yohan yolande youssef yves yvette yvon yvonne zacharie zakaria zoe zohra
"""
_MORE = """
abdallah abdel abdelaziz abdelhak abdelkader abdellah abderrahim abderrahmane abdou abdoulaye abel abou achille
adama adelaide adnan adolphe agathon ahmet aicha aissa aissata aissatou aksel alassane albane albin aldo aleksandar
alessandro alessia alfonso alicja alienor alioune alois alvaro amadou amara amaury ambroise amel amelia amir amira
anatole andrei andres angelo angus anita anja anke anouar anselme antonia antonin antonio apollonie arlette arman
armel arno arsene arthemise artur arwa asma assane athanase aurelia aurore axelle ayse azzedine babacar bakary
balthazar baptistin barnabe bartholome bastian bathilde beatriz bechir behija belinda bengt berengere berenice
bertille bianca blaise bogdan boris boualem boubacar brahim branislav brendan brieuc bruna brune callista calvin
camelia camila camillo capucin carlos carmen carole catarina celestin celestine cem chadia chafik chaima chantale
charif charlene cheikh cherif chiara chloee christel christos ciara clara claudia claudio clelia clothilde colin
come conrad constantin consuelo cornelia corto cosette cosima cristina cyprien cyrielle daisy dalila damian danae
daria dario darius deborah deniz desire desiree detlef diana diego dina djamel djamila djibril dolores domitille
donatien dora dorian doriane dragan driss duarte dylan ebrima edda eddy edmee edmund edna edvige efe eglantine
ekaterina elea eleonore elias elif elijah eliot elisabetta eliza elke elliot elodia elouan eloy elvira emeline emil
emilia emilio emin emir emmy emre enora enrico enrique enzo erica erik ernest ernestine erol esma esmeralda esteban
etel eudes eudoxie eugenia eulalie eva evan evann evariste ewa fabio fabiola fadi fahd faissal fanta farida farouk
fatou fatoumata faustin faustine faycal federico felicia fermin fernanda fernando fikret filip filipe fiona firas
firmin flavia flavio florian floriane florine fode foued frances francesca francesco francisca francisco frank franz
freddy frida fulbert gaby garance gary gauthier gautier gedeon gemma genaro georgette georgia georgina germaine
gianni gilda gina gino giorgio giorgos giovanni giulia giulio giuseppe gladys godefroy goncalo gontran goran
gracieuse graziella greta guenole guilhem guillemette gulsen gunther gustavo gwenael gwendal gwendoline gwladys
habiba hachim hadja hafid hafida haider haja hajar halima hamed hamidou hans harold harouna harry hasna hassane
hatice hayat hector hedi hedwige heidi heike hela hend henrik herbert hermance hermann hermine hiba hilda hind
hippolyte hiroshi honorine horace horia houda houria houssem huguette hyacinthe ian ibtissem idir idriss idrissa
iheb ihsan ilan ilaria ilhan ilias ilona imad imane imed imen imran inaya ingmar ioana irina irma isabel isaure
isidore isma ismahane issa iva ivana ivanka iwan jacinthe jack jackie jacky jakob jamel jameleddine jamila jan jana
janick janine jaroslav jasmin jasmine javier jawed jenna jennifer jenny jeroen jesus jihane jimmy joachim joana
joanna joao joaquim jocelyn jocelyne joe johan johann johanna johnny jonas jorge josephe josiah josquin josselin
jovan jovana juan juanita judicael juliana juliane jurgen kadiatou kahina kaina kais kamal kamila kamilia karel
karen karin karl karol karolina kassim katarina katarzyna katell katharina kathleen katrin kaya kelly kemal ken
kenji kenneth kenza kerstin kevan khadidja khadim khalid khalil khaoula kheira kilian killian kim kirill klara klaus
kofi konrad konstantin krystyna krzysztof kurt kwame kylian laeticia lahouari lale lalie lamine lana lancelot landry
lara larbi larissa lars lassana latifa laureen laurene lauriane lazare leandre leandro leena leopoldine leslie leyla
lidia lilou lin linh lisandro liv livia lloyd loan lofti loick lorena lorenzo lorette loris lotfi lotte louay loubna
louison louna lubna luciana luciano lucile ludmila luigi luis luisa luka lukas lyse maelle maelys mahamadou mahdi
mahe mahmoud maimouna maite maixent malia malo malorie malvina mamadou mame mansour manuela maram marcelin marcella
marcello marcia marco marcos marek margaret margarida margaux margherita mariama mariana mariano marilyn marilyne
mario marisa marissa mariusz marko markus marlon marta martha marthe marwa marwan maryam marylin maryline marylise
mateus mathea mathurin matilda matilde matteo matthew maurane mauricette mauro maxine mayeul maylis mayssa medhi
mehmet melisande melvin melvyn meryem messaoud michaela michaella michal michelangelo mieczyslaw miguel mihaela
mihai mikael mike mila milena milica milo mircea mirela miriam miroslav modibo mohamad mohamadou mohand moise
mokhtar molly mona monia monika montserrat morad moritz morten mostafa mouhamed mouna muhammad murat myrtille nacer
naceur nadir nadira nael nafissa naila naim najat najib nanette naomi narjes nasser natasha nathalia nathanael nawal
nazim nazir ndeye neila nele nelly nelson nestor nevena ngoc nguyen nicola nicoletta nicolette nidhal nikola nikolai
nikos nils nissrine noa noam noelie nolan nolwenn norah nordine noura noureddine nuno oceane octave octavie odilon
oihana oksana oleg oleksandr olena olympe omer ondine ophelie oren oriana orlane ornella orphee orso osman otto
ouafa ouassila oumar oumou ousmane owen oya ozgur pacome padraig paloma pamela paola paolo paquita paraskevi
pascaline patrizia paula pavel pedro peggy penelope perla pernelle petar petra petronille philbert philibert
philomene pia pierrette pierrot pietro pilar predrag priscilla priscille quoc rabah rabia radouane rafael raffaele
rafik ragnar rahim raissa rajaa ralf ralph ramata ramon ramona ramzi rania raoul rastko ravi rayan rayane reda refik
regina reinhard renata renato rene reynald riad riadh ricardo riccardo rim rita robbie roberta roberto robinson
rocco rodolphe rodrigo rodrigue roger rokhaya rolande rolf romain romana romy ronald ronan rosa rosalia rosario
roselyne rosemarie rosine rosita rossana roxana ruben rudolf rudy ruth saad saadia sabah sabri sacha sadia safia
saida saidou saindou salah salif saliha salimata saliou salomon salvatore sambou sami sanaa sandro sandy santiago
sarra sascha satya saul scarlett sebastian sebastiao segolene seifeddine sekou selena selin selma serena sergei
sergio servane severin seydou shaima shirley sibylle sidi sidonie siegfried sigrid silvana silvia silvio simeon
simona sinan sirine sixte sixtine slavica slimane sloane slobodan smail soazig sofiane sohane soizic solal solenn
solenne soline sonja soren souad soufiane souhila souleymane soumaya stanislaw steeve stefania stefano stella
stephan stephen steve steven stuart suleyman sunniva suzan suzette svea sven svetlana sylvana sylvette sylviane
tahar taieb tancrede tania tao taoufik tarik tariq tatjana teddy telma teodor terence teresa tessa thais thanh
thelma theodora theophane theophile theophraste thi thibauld thibaut thiebaud thien thomasine tiago tifany tiffany
timea timeo timothe tina tino tiphaine tjeerd tobias tomas tomasz toni tonino tony touria trinh tuan tugdual tyler
ugo ulrich ulrike uma umberto umut urbain ursula ursule uwe vadim valentina valentino valeria valerian valeriane
valerio vasco vassili vedran veljko venceslas vera verena vianney victorien victorine viktor vilma vincenzo vinciane
violeta virgil virgilio vito vittoria vivian vivienne vladimir vladislav volkan wadi wael wafa wahiba wajdi walter
wanda wandrille wassila wassim wendy werner wiktor wilfrid willem willy wilma wilson winnie wissam witold wojciech
wolfgang xaviere ximena xin yacouba yael yahia yamina yan yanis yaniv yannis yao yara yaroslav yasin yasser yassir
yavuz yazid yelena yeter ylan ylies yoann yoel yolaine yolanda yona yonas yoni yoram youcef younes youness younous
yousra yse yuan yuki yuliya yuri yusuf yvain yvan yvelise yvonnick zacharia zahia zahra zaid zaineb zakari zaki zara
zehra zeina zelda zelie zeliha zena zeynep zhang zhen ziad zied zineb zita zlatan zlatko zohir zoltan zoran zouhair
zuleika zuzana
"""
# Borne in France too: from Brittany to the Basque country, and from everywhere people come.
FIRST_NAMES = frozenset(_NAMES.split()) | frozenset(_MORE.split())
