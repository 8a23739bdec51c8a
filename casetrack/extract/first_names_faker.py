"""First names of eighteen languages, folded: `benchmarks/first_names.py` made them from Faker 40.54.0."""

from __future__ import annotations

# Faker's licence:
#
# Copyright (c) 2012 Daniele Faraglia
#
# Permission is hereby granted, free of charge, to any person obtaining a copy
# of this software and associated documentation files (the "Software"), to deal
# in the Software without restriction, including without limitation the rights
# to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
# copies of the Software, and to permit persons to whom the Software is
# furnished to do so, subject to the following conditions:
#
# The above copyright notice and this permission notice shall be included in
# all copies or substantial portions of the Software.
#
# THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
# IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
# FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
# AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
# LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
# OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN
# THE SOFTWARE.

_NAMES = """
aaliyah aaron abbas abbie abdelatif abdelkader abdellah abderaouf abderrahmane abdis abdul abdulahat abdulbekir
abdulcemal abdulgazi abdulhadi abdulkadir abdulkerim abdullah abdulmenaf abdulsamed abdulsemet abdurrahman abdurresit
abel abid abigail abilio abiye abraham abram abril abuzar acar acarkan achiel achille achim aclan adak adal adalbert
adalberto adam adamo adan adasal adel adela adelaida adelaide adelardo adelasia adelbert adele adelgunde adelheid adelia
adelin adelina adelinde adeline adelmo adem adi adil adila adina adlan adolf adolfine adolfo adonis adora adoracion
adriaan adrian adriana adriane adrianna adriano adrien adrienne adviye aenne afer afife afonso africa agakisi agapito
agata agatha agathe agbegim aglaia agmur agnes agnieszka agnolo agnos agostino agripina agueda agustin agustina ahat
ahmad ahmed ahmet ahsen ahter aicha aida aiden aime aimee ainara ainoa aitana aitor akalan akar akatay akay akbas akboga
akcabay akcasu akcivan akdora akdurmus akgol akgunes akif akise akkerman akmaner akmaral akoz akram aksay aksogut aksoy
aktemur akver alaaddin alabezek aladin alaeddin alain alan alanalp alattin alaz alba alban albano alberico albert
alberta alberte albertina albertine alberto albin albina albino albrecht alcan alcides alderano aldo ale alejandra
alejandro alejo aleks aleksandar aleksander aleksandr aleksandra aleksej alemsah alen alena aleodor alessandra
alessandro alessia alessio alex alexa alexander alexandra alexandre alexandria alexandrie alexandrina alexandros
alexandru alexe alexei alexej alexia alexis alf alfio alfons alfonso alfred alfredo ali aliabbas alice alicia alicja
alida aliihsan alin alina aline alis aliseydi alison alisson alistar alix alize alizee alkor alla allan allegra alma
almast almudena almus almut almuth alois aloisia alondra alonso aloys alparslan alpcan alphons alphonse alpin alpsu
alsoy altogan altug alvaro alwin alwina alwine alyssa amac amada amadeo amado amador amalia amalie amancio amanda
amandine amando amani amarilis amaro amaury amaya ambar amber ambre ambrosio amedeo amedeu amel amelia amelie america
americo amico amilcar amin amina amine amir amira amleto amor amparo amre amy amza ana anabel anabela anacleto anaelle
anaida anais anamaria anargul anas anastasia anastasie anastasio anastasios anastazja anatol anatoli anatolie anatolij
anca ancuta anda andic andra andrada andre andrea andreas andree andreea andrei andreia andrej andres andrew andrey
andrian andrija andrzej andy anemona aneta anett anette angel angela angele angeles angelica angelika angelina angelino
angelique angelita angelo anghel anghelina anh ani anibal anica aniela anika anis anisoara anissa anita anja anka anke
ankica ann anna annabel annabelle annak annaliese annalisa annamaria anne annedore annegret annegrete annekatrin anneke
anneleen annelene anneli annelie annelies anneliese annelise annelore annemarie annemie annemijn annerose annett annetta
annette anni annibale annick annie annika annita annunziata anny anouk ansaldo anselm anselma anselmo ansgar ante
anthony antim antje anto antoaneta antoine antoinette anton antonela antonella antonello antoni antonia antonie
antonietta antonija antonin antonina antonino antonio antonios antoniu antonius antony antoon antun anunciacion anuta
apolinar apolline apollonia apolonia apostolos araceli aral aran aranzazu arcan arcelia arezki argu aria ariadna arian
ariana ariane aribert arie ariel arif arifcan arina aristide aristides aristita arkadiusz arkut arlette armahan armand
armando armida armin arnaldo arnaud arnaude arnd arndt arne arnfried arnim arno arnold arnulf arnulfo aroa aron arpag
arsenie arsenio artan artemio artemisa arthur artur arturo aru arziye arzu asalet ascension asdrubal ashan ashleigh
ashley asiman asir aslanhan asliye asma assia asta astrid asu asuncion atagun atalay atanur atasagun atatore atena
atenulf atgun athanasios atilhan atilio atiyye atnan attila aude audrey august augusta auguste augustin augustina
augusto aurea aurel aurelia aurelian aureliana aureliano aurelie aurelien aurelio aurica aurora aurore avram avsin avunc
axel axelle axenia axinte aya ayasun aybet aybora aycagul aycan aydar ayden aydinc ayduru aygonenc aygutalp ayhan aykut
aykutalp aylil aylin ayman aymen aymeric aynilhayat aynur ayoub aypar aysan ayse ayseana aysel aysema aysenur aysevim
aysoy aysuna aytek ayten aytoz aytuna ayulker ayvas ayyaruk azade azahar azahara azeglio azeneth azettin aziz azize azra
azucena baba babett babette baccio badegul bagdas bagdat bahaddin bahittin bahtinur baki balatekin balca baldassare
baldomero balduino baldur bali baltas baltasar balthasar banel banu bao baptist baptiste bara barak barbara barbel barbu
barica baris barry barsen bart bartek bartholomaus bartolome bartolomeo bartolomeu basarab basay bashan basile basilio
basok basriye bastiaan bastian bastien baturay baudelio baudouin bautista baydu baykan bayman bayram bayruhan baytal
bayzettin beata beate beatrice beatrijs beatrix beatriz beau bebe bedi bediriye bedri begim begona behiza behrem bekbay
bekir bektasi bela belen belgizar belinda belkize bellisan ben benedetto benedicte benedikt benedita benek bengibay
beniamin benice benigna benigno benita benito benjamim benjamin benno benny benoit benol benone bente benthe benvenuto
beppe berat beray beren berend berengere berenice bergen berit beriye berkal berki berksay bernabe bernadette bernard
bernarda bernardino bernardita bernardo bernd berndt bernfried bernhard bernhardine bernt bernward berran berrin bert
berta bertha berthe berthold berto bertold bertram bertrand besey besin beste beth bethan bethany betina betti bettina
betty beverley beyda beyhatun beyler beyzade bezek biagio bianca bianka bibi bibiana bican bidayet bieke bienvenida
bilal bilay bilender bilgen bilginur bilgutay biljana bilkay billy biltas binay binbasar birben birger birgid birgit
birgitt birgitta birgul birsan birsen birte birthe bisar biserka bitul bjorn blanca blanduzia blanka blas boaz bob bodo
bogatimur bogdan bogdana bonifacio borahan boratas boris borja bortecin borys bouchra boynak bozbag bozena bozerk bozica
bozo boztas bradley bradut brahim bram brandon brandusa branka branko brecht brenda brent brett brian brice briek brieuc
brigida brigitta brigitte brit brita britt britta bruce bruna brunhild brunhilde bruni brunilda bruno bryan bucur
buenaventura buget buhari bulunc bunyamun burakhan burc burckhard burcuhan bureyre burghard burkard burkhard burkhardt
busra busranur buyrukhan cabir cacilia cacilie caetana caga cagdan caglar cagveren caius cakar calcedonio calin calista
calisto calixta calixto callum calogero camelia cameron camil camila camilla camille camillo camilo camok canal canan
canberk candela candelaria candelario candelas candeniz candida candido canfeza cangur cannur canseven cansin cantemir
cantez canur capkan capucine caren caridad carin carina carine carl carla carlijn carlito carlo carlos carlota carly
carmela carmelita carmelo carmen carmina carmine carminho carol carola carole carolien carolin carolina caroline carolyn
carsten casandra casemiro casian casiana casper cassandra catalin catalina catarina caterina catharina catherine
cathleen cathrin cathy catinca cato catrin catrina catrinel cavit cavuldur cayetana cayetano cazimir cebesoy cebrian
cecile cecilia cecilio cedide cedric cedrin ceferino celal celem celestin celestina celestine celestino celia celikkan
celikyurek celilay celina celine celso cemal cemalettin cemil cemiyle cenan cengiz centa cerasela cerci cercis cesar
cesare cetin cetinsu cevale cevheri cevikoz cevregul ceyhun ceylin cezar cezara cezary cezayir chabane chanez chantal
charlene charles charlie charline charlotte charly charo chau che chelo chelsea chema cherif cheryl chi chiara chiraz
chita chloe chris christa christel christelle christiaan christian christiana christiane christianne christin christina
christine christl christof christoph christophe christopher christos chucho chus chuy cihan cihandide cilga cilli cilly
cindoruk cindy cinerk cintia ciprian cipriana cipriano ciriaco cirillo cirino ciro cisem claas claire clara clare
clarisa clarissa clarisse claude claudette claudia claudine claudio claudiu claudius claudy claus clelia clemence
clemens clement clemente clementina clementine cleopatra cleto clifford climaco clive cloe clotilde codin codrin codrina
codrut codruta cogay cokan colette colin coline collin colpan coluccio come concepcion concetta concha connor conny
conor conrad conrado constanca constance constanta constantin constantina constanza constanze consuela consuelo copur
cora coral coralia coralie coraline cord cordula corentin corina corine corinna corinne coriolano cornel cornelia
cornelio cornelis corneliu cornelius corona corrado corvin cosima cosimo coskun cosme cosmin cosmina costache costantino
costanzo costel costin craig crenguta crescencia crin crina cristea cristian cristiano cristina cristobal cristofor cruz
cuheyna cuman cuneyit curro curt custodia custodio cynthia cyprian cyriel cyril cyrille czeslaw daan dacian daciana
dafina dafne dagistan dagmar dagmara dagobert daiana daisy dajana dalan dale dalia dalibor dalila damaris damian damiano
damien damir damlanur dan dana dani danica daniel daniela daniele danielle danijel danijela danilo danique danny dante
danuta dany daphne daria dariana dario darius dariusz darko darren dave david davor davy dawid dawn dayar dean debbie
debby debora deborah debra decebal declan deger degmeer deha dejan delfina delfino delia delil delphine demetra demetrio
demi demirbuken demiriz demirok demiryurek denis denisa denise deniz denizalp denkel dennis denny derek derkay deryanur
desiderio desiree despina detlef detlev deviner dewi dex diana diane dida didier didina diederik diedrich diego dierk
dieter diethard diethelm diether dietlind dietlinde dietmar dietrich diken dilara dilcan dilder dilfeza dilhus dilsat
dilsitan dimas dimitri dimitrina dimitrios dina dincer dinckol dincsu dinis dino dinu diogo dion dionigi dionisia
dionisio dirican dirk dirlik ditmar dittmar divan djamel dochia dogan doganalp dogannur dogansah doguhan doina dolensoy
dolores dolun domagoj domenico dominga domingo dominic dominik dominique domitila domnica donald donata donatella
donatello donato doner donna donovan dora doreen dorel dorian doriana dorien dorin dorina dorine dorinel doris dorit
dorita dorle dorli dorota dorotea dorothe dorothea dorothee dorothy dorte dorthe doru dorukhan douglas dounia draga
dragan dragica drago dragos dragutin drazen dries duarte ducu duha duilio duje dulce dumitra dumitrana dumitru duncan
dundaralp dung dunja duong duracan durante durdali durgadin durmusali durrusehvar dursadiye dursun duruk duruoz dusan
duuk duyen duyguhan dylan dylano eba eberhard eberhardt ebuakil ecaterina ecegul ecemis eckard eckart eckehard eckhard
eckhardt eckhart ecrin edaviye edda eddy edelbert edelgard edelmira edelmiro edeltraud edeltraut edeltrud eden edgar
edgard edgardo edgubay edith editha edmond edmund edmundo edoardo edouard edu eduard eduarda eduardo edward edwin efe
efil eflatun efrain efser eftimia eftimie egbert egenur eggert egon ehrenfried ehrentraud ehrhard eileen eitel ekaterina
ekber ekkehard ekkehart ekmel ekrem eladio elaine elamiye elba elea eleanor eleanora elena eleni elenore eleonora
eleonore eleuterio elfi elfie elfriede elgin elhan eli eliana eliane elias elie elien elif elifnur eligia eligio elin
elina eline eliot eliott elisa elisabet elisabeta elisabeth elisaveta elise eliseo eliza elizabeta elizabeth elize elke
ella elladio ellen elli ellie ellinor elliot elliott elly elma elmar elmo elnur elodia elodie eloisa eloise elove eloy
elpidio els elsa elsbeth elvan elvira elvis elwira elza elzbieta ema emal emanoil emanuel emanuela emanuil emelina
emeline emelyne emiel emigdio emil emile emilia emilian emiliana emiliano emilie emilien emilio emily emin emine emir
emirsan emma emmanuel emmanuelle emmerich emmi emmy emperatriz emrullah emy encarna encarnacion encarnita enes enfes
engelbert engin enginiz ennio enno enrico enrique ensari enver enzio enzo epifanio eral eraldo erasmo eraycan erbay
erbil ercan ercihan erdal erdemer erdibay erdmute erdogan erdursun erem eremia erenalp erensoy ergener erginel ergonul
ergul ergun erhard erhardt eric erica erich erik erika erincer eris erkan erkinel erksoy ermanno ermenegildo ermes
ermutlu erna ernest ernestine ernesto ernst erogul erol eroz ersat ersec ersel ertan erten ertun ertuncay ervaniye erwan
erwin eryk esenbay esengun esenturk esila esim eskinalp esmanperi esmee esmeralda esna esperanza espiridion esref
esteban estefania estela estelle ester estera esther estrella etelvina ethan etienne etta ettore eufemia eufrosina eugen
eugene eugenia eugenie eugenio eulalia eusebia eusebio eusebiu eustaquio eustatiu eutimio eutropio eva evamaria evan
evangelia evangelina evangelista evangelos evanghelina evaristo evcimen evde eve evelia evelien evelin evelina eveline
evelyn evelyne evi evie evita evrim evrimer evy ewa ewald ewelina eyyup ezequiel ezgin ezgutekin ezio faas fabia fabian
fabiana fabien fabienne fabio fabiola fabrice fabricio fabrizia fabrizio fadile fadime fahrullah faize falk falko fami
fanny farah fares farid farouk faruk fatigul fatih fatiha fatima fatinur fatma fatmanur fatteh faustino fausto fay faye
fayize fazul febe fedde fedele feden federica federico federigo fedor fehim fehmiye felicia feliciana feliciano
felicidad felicitas feline felipa felipe felisa felix felizitas fella fem femke fenna fenne fenni ferahdiba ferat feraye
ferdi ferdinand ferdinando feremez ferenc ferhan ferhat feriel ferihan ferinaz fermin fermuta fernand fernanda fernande
fernando ferre fersan feryas ferzi fetullah feyha feyruz feyzin feza fiamma fidaye fidel fidela fien fiene fildan filip
filipa filipe filippa filippo filit filiz filofteia filomena finn fiodor fiona fiorenzo fiorino firdevis fitnat fito
flavia flavie flavio flaviu fleur floare floarea floor floortje flor flora florea florence florencia florencio florent
florenta florentin florentina florentine florentino florian floriana floriane florica florin florina florinda florine
floris fodil folker folkert fortunata fortunato fouzia fran franca france frances francesca francesco francine francis
francisc francisca francisco franciscus franciska franciszek franck franco francois francoise franjo frank franka franky
frans franz franziska frauke fred freddy frederic frederick frederico frederik frederike frederique fredi fredo fredy
freia freya frida fridolin frieda friedbert friedemann frieder friedericke friederike friedhelm friedhilde friedhold
friedl friedlinde friedo friedrich frithjof fritz frusina fryderyk fugen fulgencio fulvio fuma fuzuli gabel gabi gabin
gabino gabor gabriel gabriela gabriele gabriella gabrielle gaby gael gaelle gaetan gaetano gail gaja gala galasso galina
galip galo ganim ganiye gareth garry gary gaspar gaspard gaspare gaston gastone gauthier gavin gazel geanina gebhard
geert gelengul gelsomina gelu gema gemma gencaslan gencay genevieve genoveva gentiana geoffrey geoffroy georg george
georgel georges georgeta georgette georgia georgian georgiana georgina georgine georgios gerald geraldine geraldo gerard
gerarda gerardo gerardus geray gerd gerda gerdi gereon gerfried gerhard gerhardt gerhart gerhild gerlind gerlinde
germain germaine german germana gernot gero gerold gerolf geronimo gerrit gerry gert gerta gerti gertraud gertraude
gertraut gertrud gertrude gertrudis gervasio gerwin gesa gesche gesine geta geza ghenadie gheorghe gheorghita gherghina
ghilas ghislain ghislaine ghita giacinto giacobbe giacomo giada giampaolo giampiero gian giancarlo gianfrancesco
gianfranco gianina gianluca gianluigi gianmarco gianna gianni gianpaolo gianpietro gica gicu giel giesela gijs gil
gilbert gilberte gilberto gilda gilles gillian gilman gina ginette gino ginyas gioacchino gioachino gioele gioffre
gionata giorgia giorgian giorgiana giorgio giosue giovanna giovanni girolamo gisa gisbert gisela gisele gislinde gitta
gitte giulia giuliana giuliano giulietta giulio giuseppa giuseppe giuseppina giustino giz gladys glauco glen glenn
gloria godelieva godelieve godofredo goffredo gok gokay gokbudun gokce gokcebalan gokcil goken goknur gokperi goksev
gokten goli goncafer goncalo gonen gonul gonzalo goran gordana gordon gorgunay gorklu gorsev gottfried gotthard gotthilf
gotthold gottlieb gottlob gotz goyo gozel gozem gracia graciana graciano graciela graeme graham gratian gratiana
gratiela grazia graziano graziella grazyna greca greco greet gregoire gregor gregorian gregorio gregory greta gretchen
grete gretel gretl griet grigore griselda grit grzegorz guadalupe guarino gucal gucluer gucyeter gudrun gudula guenter
guenther guglielmo guido guilherme guillaume guillermo guiomar guiseppe gul gulaga gulay gulbani gulbeyan gulbiye gulce
gulcegun guldam gulder guldunya gulegen gulel gulenay guler gulev gulfari gulfeza gulgen gulguzel gulhisar gulinaz
gulluhan gulmisal gulnaziye gulozge gulper gulsa gulsahin gulselin gulsen gulseref gulseren gulsevil gulsiye gulsu
gulten gulter gulus gulzadiye gumustekin gunar gunaydin gunda gundel gunden gundi gundolf gundula gunduzalp gunebakan
guneri gungordu gungoren gunhild gunkurt gunnar gunsel gunsen gunser gunter gunther guntram gunver gurarda gurcuye
gurelcem gursal gurten gust gustaaf gustav gustave gustavo gustaw gusti guus guusje guvercin guy guzey gwenaelle
gwendoline habibe haciali hacile hadjer hadrey hadrien hagen hai hailey hajo hakan hakikat halenur halidun halil halina
haliye haluk hami hamid hamiyet hamza hana hanbiken hanedan hanh hania hanife hanim hanna hannah hannchen hanne
hannelore hannes hanni hanno hanns hanny hans hansgeorg hansjoachim hansjorg hansjurgen hanspeter hansultan haralamb
haralambie harald harbinaz hardy hariz harm harold haroldo harri harriet harro harry hartmut hartmuth hartwig hasan
hasbek hasgul hasret hassan hasso hatem hatice hatin havali havse hayali hayat haydee hayel hayley hayret hayrunnisa
hazel hazine hazrat heather hector hedda hedi hedwig hedy heide heidelinde heidelore heidemarie heiderose heidi heidrun
heike heiko heimo heiner heinfried heini heino heinrich heinz hekime hekmet heleen helen helena helene helfried helga
helge heliodoro hella hellmut hellmuth helma helmar helmtrud helmut helmuth heloise hendrik henife henk henner henni
henning henny henri henricus henrieta henriette henrik henrike henrique henry henryk heracleea heraclio herbert herberto
heribert heriberto herlinde herma herman hermann hermenegildo hermine herminia herminio hernan hernando herrmann herta
hertha herve herwig heva heyvetullah hezniye hicham hicsonmez hidde hidir hilario hilary hilayda hilda hildburg hilde
hildegard hildegart hildegund hildegunde hilma hilmar hiltraud hiltrud hindal hinet hinrich hipolito hoang hocine holger
hollie holly holm hong honore horacio horatiu horea horia horst hortense hortensia hoskadem houcine houda howard hrvoje
huban hubert hubertine hubertus huda hudavent hugh hugo hugues huguette hukumdar hulda hulya humberto humeyra hunalp
hung huong hurdogan hurican hurmet hurside huruyet huryasar huseyin husmen husnuhal huy huzuri iacob iain ian iancu
ianis iara iasmina ibrahim icimbike ida ide idiris ieremia ignace ignacia ignacio ignacy ignatz ignaz ignazio igor ihsan
ika iker ikiz iklim ikram ilaria ilarie ilarion ilbek ildefonso ildem ildes ildiko ileana ilgi ilhan ilias ilie ilija
ilim ilinca ilja ilka ilkbahar ilkim ilklima ilmafer ilona ilonka ilper ilse ilsu ilteris ilyas ilyes imam imane imelda
imene imge imke immo imran imre imren imrihan inaya incifir indy ine ines inga ingbert inge ingeborg ingeburg ingelore
ingetraud ingetraut ingmar ingo ingolf ingrid ingried inigo inka inken inmaculada inna inocencio inocentiu insa insaf
intihap ioan ioana ioanina ioannis iolanda ion ionel ionela ionelia ionica ionut iosefina iosif ippazio ira irena irene
irfan iridenta irina irinel iris irma irmela irmengard irmgard irmhild irmi irmingard irmtraud irmtraut irmtrud isaac
isabel isabela isabell isabella isabelle isaias isak isaline isaura iscan ise isidor isidora isidoro isidro isin isis
islime ismael ismail ismet isolde isra istvan itziar iulia iulian iuliana iuliu iurie iustin iustina iustinian iva ivan
ivana ivanka ivecen ivica ivka ivo ivona ivonne ivy iwan iwo iwona iyiyurek izabela ize izel izgu jaak jacek jacinta
jacinto jack jacky jacob jacobo jacobus jacopo jacqueline jacques jade jadranka jadwiga jafet jaime jake jakob jakov
jakub jamal james jamie jamila jan jana jane janet janeta janett janette janice janin janina janine janja jankat janko
jann janna janne janos janus janusz jaqueline jari jarne jarno jaroslav jaroslaw jaruthip jasmijn jasmin jasmina jasmine
jasminka jasna jason jasper javi javier javiera jay jayda jayden jaylinn jayne jayson jean jeana jeanette jeanine jeanne
jeannette jeannine jedrzej jef jeffrey jele jelena jelle jelte jemma jenaro jenel jenna jennifer jenny jens jente jeremi
jeremias jeremie jeremy jeroen jerome jeronimo jerzy jesper jesse jessica jessie jessika jessy jesus jesusa jet jill jim
jimena jimmy jinthe jip jiri joachim joan joana joanna joanne joannes joao joaquim joaquin joaquina job jobst jocelyne
jochem jochen jodie joe joel joelle joep joerg joeri joey joffrey johan johann johanna johanne johannes john johnny
johny joke jolanda jolanta jolanthe jolie jolien jolijn jonas jonatan jonathan joost joppe joran jordan jordana jordi
jordy joren jorg jorge jorgen joris jorn jort jos jose josee josef josefa josefina josefine josep joseph josepha
josephina josephine josephus josette josh joshua josiane josianne josip josipa josko joso josse jost josue jovan jovita
joy joyce jozef jozo juan juana juanita juanito judith juergen jules julia julian juliana juliane julianna julie julien
julienne julieta juliette julijana julio julita julius juliusz june juraj jure jurgen juri jurij jurre justin justina
justine justus justyna jutta juul kaat kacper kada kader kahina kahir kai kaja kajetan kalgay kalina kamar kamiel kamil
kamila kanak kandef kanpulat kapagan karabas karaca karaer karakucak karanbay karatas karcan kardelen karel karen karim
karima karin karina karine karl karla karlfried karlheinz karlijn karlo karlukhan karol karola karolien karolin karolina
karoline karsten kasif kasim kasimir kaspar kasper kata katalin katarina katarzyna kate katelijne katerina katharina
katharine kathe katherina katherine kathi kathleen kathrin kathryn kathy kati katia katica katie katja katleen kato
katrien katrijn katrin katty katy kaver kavurt kay kayagun kaygusuz kaylee kayleigh kayrabay kazim kazime kazimierz
keano kefser keith kelami kelly kemal ken kenan kenneth kenny kenter kenza kenzo kerime kerman kerry kerstin kete kevim
kevin kezban khadidja khadija khaled khalid khalil khoa kian kiara kibar kick kieran kifaye kike kiki kilian killian kim
kimberley kimberly kira kiramettin kirsten kirstin kirsty kitan kiyasi kjell klaas klara klare klaudia klaus klemens
klothilde knud knut kobe kocabas kocak kockan koen koenraad koker koktas koldan koncagul konguralp konrad konstantin
konstantinos konstanty konstanze kopan koray korbinian kordula korinna korkmazalp kornel kornelia kornelius korugan
kosemen kosukhan kotuz kreszentia kreszenz kriemhild kris krista kristel kristiaan kristian kristiane kristien kristijan
kristin kristina kristine kristof krystian krystyna krzysztof ksawery kubran kuddusi kumral kunibert kunigunda kunigunde
kuno kursad kurt kutay kutgun kutun kyan kyano kyara kyle kylian kyllian kyra lacramioara ladislau ladislaus laetitia
laika laila lale lalo laly lam lambert lamberto lamine lan lana lander lando laora lara larisa larissa lars lascar
laszlo laura laure laureano lauren laurence laurens laurent laurentia laurentiu laurenz lauretta laurian laurie laurine
lavinia lawrence lazar lazaro laze lazzaro lea leah leana leander leandra leandro leanne ledun lee leen leif leigh leila
leire lelia lena lene leni lenn lennert lenny leo leocadia leocadio leokadia leon leona leonard leonardo leoncio leone
leonel leonhard leonid leonie leonor leonore leontin leontina leopold leopoldina leopoldine leopoldo leordean lerze
lesley leslie leszek leticia letitia letizia levi lewis lex leyla leyli leyre lezize lia liam liana liane liberto lica
licia lidia lidija lidwina lieke liesa liesbet liesbeth lieschen liesel lieselot lieselotte lieve lieven lieze ligia
lila lili lilia lilian liliana liliane lilija lilla lilli lilly lilo lilou lily limon lina linda linde lindsay lindsey
linh linn lino linus lioara lioba lionel lisa lisandro lisanne lisbeth lise liselotte lisette lissi lissy liv livia
livio liviu liwia liz liza lize lizz lizzy ljiljana ljubica ljudmila loan lode lodewijk lodovico loek loes logan loic
loida lola lolita loni lope lore loredana lorelei lorena lorenz lorenza lorenzo loreto loretta lorin loris lorraine
lotfi lothar lotte lotti lou louane louis louisa louise louka louna lourdes lourenco lovre lovro lowie luana luc luca
lucas luce lucentiu lucette luchino lucho lucia lucian luciana luciano lucie lucien lucienne lucija lucila lucile lucio
lucretia lucretiu lucrezia lucy ludger ludivine ludmila ludmilla ludo ludovic ludovica ludovico ludovicus ludwig ludwina
lufen luigi luigina luis luisa luise luisina luitgard luiza luka lukas luke luminita luna lupe lupita lutfi lutgarde
lutgardis lutgart lutz luuk luz luzia luzie lyam lydia lydie lyna lynda lynn lynne maaike maarten maartje macarena
macaria macario macide maciej madalena madalin madalina madeleine madelief madison madlen mads mael maelle maelys maeva
mafalda magali magarete magda magdalena magdalene maggie magnus magret magrit mahigul mahir mahmoud mahmut mahnaz mahsun
mahter maia maik maike maite maja maks maksude maksur maksymilian malak malcolm malena malgorzata malik malika malina
malte malvina malwina mamadou mamen manda mandy manel manfred manja manola manole manolo manon mansurali manu manuel
manuela manuelita mar mara marc marcantonio marcel marcela marcelina marcelino marcella marcelle marcello marcelo
marcheta marcia marcial marciano marcin marcio marco marcos marcu marcus mare mareen mareike mareile marek maren marga
margaret margareta margarete margaretha margarethe margarida margarita margaud margaux margherita margit margita
margitta margo margot margret margrit marguerite maria mariam marian mariana marianela marianna marianne mariano maribel
marica maricela maricica maricruz marie mariechen marieke mariele marielle marieluise marietta mariette marija marijan
marijana marijke marijn marika marilena marilyn marina marine marinela marino marinus mario marioara mariola marion
marisa marisela marisol marissa maristela marit marita maritta mariuca marius mariusz marjan marjorie marko markus
marleen marlen marlene marlies marliese marlis marnix mart marta marten martha marthe martial martijn martim martin
martina martine martino martirio martyn marvin marwa mary maryam marylene maryline maryse marzena masar maside mason
massimiliano massimo massinissa masume mate matea matei matej mateja mateo mateus mateusz matheo mathew mathias mathieu
mathijs mathilde mathis mathys matias matija matilda matilde mato mats matteo matthaus matthew matthias matthieu
matthijs mattia mattias maud maude maura maureen maurice mauricette mauricio maurilio maurine maurits maurizio mauro
maurycy max maxence maxi maxim maxime maximiano maximilian maximiliano maximilien maximino maximo maya maynur mayte
mazlum mechthild mechthilde mechtild mecide mecit mees mefarettin mefharet megan megane mehdi mehdiye mehmed mehmet
mehmetzahir mehrigul meik meike meinhard meinolf meinrad melaha melania melanie melchor meleknur melihcan melikkan
melina melisa melissa melita melitta melle melodie melul memili menfeat mengi menguc menisan meral merba mercedes merche
merdi merel meriem merijn merim merle mertel merva meryem meryeme merzuk meshur mestur mesude mesut meta metin metinkaya
mette meveddet mevludiye mevlut meyhanim mezide mia micael micaela micha michael michaela michaele michail michel
michela michelangelo michele micheletto micheline michelle michelotto michiel mick mickael mieke miel mieszko miguel
miguela mihael mihaela mihai mihail mihin mihnea mihrab mihriye mijo mika mike mikhail mila milagros milan milay mile
milena milica milka milo milos milou mina minh minibe minna minodora mioara miodrag mira mirabela miranda miray mirbadin
mircea mirco mireia mireille mirela mirella miriam mirja mirjam mirjana mirko miron mirona miroslav miroslaw miroslawa
mirta mirte mirthe miruna mishat mislav misra mitchell mitica mitrut miyesser mladen modesta modesto mohamad mohamed
mohammad mohammed mohand mohsim moises molly mona monalisa monica monika monique monis monja montserrat morena moreno
morgan morgane moritz morris mouloud mounir mourad moussa muarra mubetcel mucahit mucellib mucevher muferrih mufide
mufit mugber mugur mugurel muhammed muhammet muharrem muhip muhiye muhyettin mujde mukbile mukramin mukrume muktedir
mulayim mumtaze munezzer munif murat muratcan muret muriel murielle murit musafet musaffa musemma muslum mustafa
mustapha musure mutluhan muvaffak muvahhide muveddet muzaffer muzekker mya myriam myrthe nabil nacer nacho nacio nada
nadege nades nadeschda nadeshda nadia nadin nadine nadir nadja nae nael nafii nafile naiara naide naim nair nakip nalan
nam nand nando nanni naomi napoleone narcis narcisa narciso narhanim narimane nas nasiba nassim nasuf natacha natali
natalia natalie natalija natalio natalja natan natanael nataniel natasa natascha natasha natasja natasza nath nathalie
nathan nathanael natividad naud nawal nayara nayil naz nazaret nazario nazende nazi nazim nazimet nazlihan nazlim nebih
nebiha necati necdat nechifor necilal necmettin necva nedda nedjma nefaret nefiye nehip neil nejdet nela nele nelida
nell nelli nelly nelson nelu nenad neptun nerea nereida neriban nerim nermin nesfe nesip neslinur nesrin nesrine nestor
neval nevenka nevgin nevise nevsal nevsale neyran nezengul nezihi nezize ngoc nhat nhien nicanor niccolo nichifor
nicholas nick nicky nico nicoara nicodemo nicodim nicola nicolae nicolai nicolaie nicolas nicolasa nicolaus nicole
nicoleta nicoletta nicolo nicu niculina niculita nicusor nicuta nidia niek niels nienke nieves nigel nigmet nihad nihai
nihan nika nikki niklas niko nikodem nikola nikolai nikolaj nikolaos nikolas nikolaus nikolina niksa nilcan nilda nili
nilo nils nina ninetta nino ninthe nirgul nisa niyazi noa noah noam noe noel noelia noella noelle noemi noemie nolan
noman noor noortje nora norah norbert norberto nore norica norma norman notburga noud nour nout nova nudret nuno nura
nural nuran nuray nurbanu nurcan nurda nurdeniz nuretdin nurettin nurey nurgil nurhayet nuri nuria nurice nuriyet nurkan
nurmelek nursan nurseda nurser nursim nurtac nurten nurullah nurveren nuyan nydia nynke oana obdulia oceane octav
octavia octavian octaviana octavio octaviu oda odalis odalys odette odile ofelia oganer oge oget ogulbas ogurata ogus
oguzman okanay okbay okguclu okkas okseven okturemis okturk okyalaz olaf olalla olav olca oldag ole olegario olena olga
olgierd olimpia olimpian olimpiu oliver olivia olivie olivier oliviu oliwier olus omaca omar omer omriye omur onat oncel
onel ongay ongen onofre onsal onuker onurcan onursu oona ophelie orazio orcin oreste orfiye orgun orhan oriana orik
orlando ornella ortak ortansa ortrud ortrun ortwin oruc oryurek oscar oskar osman osvaldo oswald oswin otay otfried
othmar otilia otis otmar ottavio ottfried ottilie ottmar otto ottokar ottomar ottone ouanes oussama over ovidio ovidiu
ovun owen oxana oymak ozakan ozalpsan ozana ozansu ozaslan ozay ozbay ozbilek ozbilge ozcam ozdal ozdes ozdil ozdogdu
ozel ozerdinc ozertem ozge ozger ozgun ozgur ozinal ozkent ozkutlu ozlem ozlu ozokcu ozpetek ozsozlu oztek ozturk
ozudogru ozyurt pablo paca pacifica paco paige paker paksu palmira paloma pamela pamfil panagachie panait pancho panfilo
paola paoletta paolo paraschiva paride pascal pascale pascaline pascual pascuala pasqual pasquale pastor pastora patric
patrice patricia patricio patrick patrik patrizia patrizio patru patryk paul paula paule paulette paulica paulien
paulina pauline paulino paulo pavao pavel pawel paz pedro peer peggy pehlil pekkan pelayo pellegrino pembesin penelope
pepe pepijn pepita pepito peren perinur perla perlita permun pero perrine petar peter petra petre petrica petrisor
petrona petronela petros petru petrus petrut petruta phileine philip philipp philippe philippine phillip philomena phuc
phuong pia piedad pien pier pierangelo piergiorgio piergiuseppe pierina pierluigi piermaria piero pierpaolo pierre
piersanti piet pieter pietro pilar pili pim pina pio piotr pippa pirahmet piran pirmin pius placido plesu pleun plinio
pol polina pompeo pompilia pompiliu pomponio poncio porfirio primitiva primitivo priscila priscilla priska profira
prudencia prudencio puccio puck puk purcek purificacion quang quentin quinn quinten quinty quique quirino rabah rabbiye
rabea rabih racha rachael rachel rachid rachida rada radmila radu raducu raf rafa rafael rafaela raffaele raffaella
raffaellino raffaello rafia rafih rafila rahel rahiye rahmet raik raimondo raimund raimundo rainer raisa raissa rakide
ralf ralph raluca ramadan ramazan ramiro ramon ramona ramzi rana randolf rani rania ranieri raoul raphael raphaela
raquel rasul raul ravi rayan rayla raymond raymonde raymund razvan rebeca rebecca rebekka rebihat recep recepali reece
refet refik regina reginald regine regis regulo rehime reimar reimer reimund reina reinald reinaldo reiner reingard
reinhard reinhardt reinhart reinhild reinhilde reinhold relu remazan rembrandt remedios remi remigio remo remus remy
rena renaat renata renate renato renaud rene renee rengul reni rens renske renzo resi resulcan revza reyes reyna
reynaldo reza rezin rezzak rhys ria riad rica ricarda ricardo riccardo ricciotti richard rick ricky rico rida rigo rik
riley rim risalet rita riza roan rob robbe robby robert roberta robertina roberto robin rocco rochdi rochus rocio
roderich rodica rodolfo rodolphe rodrigo rodrigue roel roeland rogelio roger rohat rojnu roko roksana roland rolande
rolando roldan rolf romain roman romana romane romanita romano romeo romina romolo romuald romulo romulus romy ron
ronald ronaldo ronny rony roos roque rosa rosalia rosalie rosalina rosalinda rosalinde rosalva rosaria rosario rosaura
rose rosel roselinde roseline rosemarie rosemary rosenda rosendo rosette rosi rosie rosina rosita rosl rosmarie ross
rossana roswita roswitha rotraud rotraut rouven rowan roxana roxane roxelana roy roza rozalia rozalija ruben rudi
rudiger rudolf rudolph rudy rufina rufino ruggero ruggiero ruhide ruhsat ruhugul rui ruknettin rumeysa rune rupert
ruperta ruperto rusen russell ruth ruthild ruxanda ruxandra ruy ruza ruzica ryan rym ryma ryszard saad saar saba saban
sabas sabatino sabettin sabih sabihe sabin sabina sabine sabri sabrina sacha sadat sadeti sadittin sadiye safet safia
safii safinaz safta safura sagcan sahat sahdiye sahil sahin sahinbey sahinder sahir sahmettin sahnuray sahra said saire
sakip salah salami sali salih salim salima salimet sally salma salome salomea salomon salud salurbay salvador salvatore
salvi sam samahat samanta samantha sami samiha samir samira sammy samuel samurtay samy sanavber sancak sancar sancho
sanda sandalio sander sandor sandra sandrine sandro sandu sandy sanja sanne santiago santino santos sanur sanziana sara
sarah sarina sarita sarya sasa sasha saskia satrettin saturnina saturnino sava savak saverio saveta savina savki savni
sayan saydam sayin sayrak sazime scott sean sebastiaan sebastian sebastiano sebastiao sebastien sebattin sebigul sebla
secgul secme seda sedat sedife sefer sefi sefiye segismundo seha sehamet sehel sehreban sehza sejda sekim selaheddin
selale selatin selcen selcuk selena seler selim selime selina selma selmin selvi sem semat semender semenica semine
semra semrin semsettin semsinisa sencar sendogan seniha senkal senn senna senne sennur senol senta sep sepp seppe
seracettin serafeddin serafina serban serda seref serena serezli serfinaz serge sergei sergej sergio sergiu sergius
serhatmehmet serine serma serman sernur serol serpil servinaz seth sevcan sevdi sevdinar seve sever severiano severin
severina severine severino severo sevgen sevginur sevican sevim sevindik sevket sevketfeza sevla sevsevil seyda seydo
seyfullah seyhan seyithan seyyide sezal sezen sezginbas shana shane shannon sharon shaun sheila shirley sian sibel
sibilla sibille sibylla sibylle sidar sidki sidonia siebe siegbert siegfried sieghard sieglinde siegmar siegmund siegrid
siegried siegrun siegward siem sien sienna sigfrido sigfried sigismund siglinde sigmar sigmund sigrid sigrun sigurd sil
silan silanur silja silke silva silvana silvester silvestre silvestro silvia silvian silviana silvio silviu simao simber
sime simi simina simion simon simona simone simonetta simonne simten sina sinaida sinasi sinica sinisa siper sirap
sirivan siti sittik sjoerd slavica slavko slawomir slobodan smaranda snjezana socorro sofia sofiane sofie sohret sokmen
solange sole soledad solene soline solma solveig sonad songul songurkan sonia sonja sonke sonnur sophia sophie soraia
sorana soraya soren sorin sorina sosimo souad soufiane soumia soydaner soykan soykut soyler soyselcuk sozer speranta
stacey stan stana stanca stancu stanislaus stanislav stanislaw stanley stavros stef stefaan stefan stefana stefani
stefania stefanie stefanija stefano steffen steffi stefica stela stelian steliana stella steluta sten stephan stephane
stephanie stephen sterre steve steven stewart stien stijn stilla stjepan stuart suat suayp subutiye sucaettin sudi suha
suheyda sukri sukru sukufe suleyla suleyman sulhi sultane sumerya sumeyye sunay sunel suner suphi susam susan susana
susanita susann susanna susanne suse susen susi suus suvari suzana suzanna suzanne suze suzer suzy svea sven svenja
svetlana swantje swen swetlana sybilla sybille sylke sylvain sylvana sylvester sylvia sylviane sylvianne sylvie sylvio
sylwia szymon tabea taciddin tacnur tadeo tadeusz tagangul taha tahir talayer tali talibe tamara tan tanak tanbay
tandogdu tangul tanguy tanhan tania tanja tanses tansev tanyolac tanyu tara tasar taskan tassilo tasvir tatiana tatjana
tatu taygan taylak tayyibe tayyip tea teber tecimer tecla teea tekbay tekecan tekiner teknaz teksoy telemaco telim telmo
telse temime temirhan temistocle temizkal temucin tenvir teo teobaldo teodor teodora teodoro teodosia teodosio teofil
teofila teofilo teohari teona tercan tere terence teresa teresita terezija terlan terry tess tessa teun tevs teybet
tezcan tezol thaddaus thanh thao thea theda thekla theo theobald theodoor theodor theodora theodore theodoros theophile
theres theresa therese theresia thi thiago thibaud thibault thibaut thibo thierry thies thijmen thijn thijs thilo
thinhinane thom thomas thor thoralf thorben thorsten tiago tibe tiberia tiberiu tibo tibor tiburcio ticen ties tiffany
tigin tijl tijmen tijn tijs till tillmann tilly tilman tilmann tilo tim timea timeo timm timo timotei timoteo timothee
timothy timurtas tina tinca tincuta tine tineke tinne tino tirza tito titus tiziana tiziano tobias tobiasz toby todor
togan toker tokoz toktug tola tolonbay tom toma tomas tomasa tomasz tome tomislav tommy tomo tomurcuk tonguc toni tonia
tonino tono tony toon topuz toralf torben torel torhan toribio torquato torsten toy tracey tracy traian traude traudel
traudl traugott traute trevor trini trinidad tristan trong trude trudel trudi trung tudor tudora tudorita tudosia tugcan
tugce tugrulhan tugtas tukelalp tulay tule tulin tullio tulun tumer tumkurt tunahan tuncboga tung tunguc turabi turcan
turcein turgut turkalp turkan turkmen turknur tutkucan tutkun tuur tuyug tuzeer tuzenur twan tycho tygo tyler tymon
tymoteusz ubaldo uberto ubeydullah ucan ucbeyi ucgul udo ufukay ugan uge ugo ugolino ugur ugurkan ugurtan ulakbey ulf
ulfet uli ulises ulke ulkudes ulkum ulla ullrich ulrich ulrike ulu uludag ulugbey uluman ulutay umberto ummahan ummahani
umman ummet ummuhan umray umusan umutcan unal undine unek unlen unsever unubol uraltay urbain urban urbano urfettin
urhan urper urs ursel ursula urszula urte usame uschi ushan ustun uta ute utkucan utz uwe uyanser uygun uzbay uzer uzsoy
vacibe vadim vafir vahittin vajen vala valentijn valentim valentin valentina valentine valentino valere valeri valeria
valerie valerij valerio valeriu valero valeska valter van vanesa vanessa varvara vasco vasile vasilica vassilios vaysal
vecide vedat vedran veerle vefia veis veit veli velitdin venancio venceslas venera veniamin vera verde verena verim
veronica veronika veronique vesna veta vezat vezrife vic vicenta vicente vicentia vicentiu vicky victoire victor
victoria victoriano victorino vidal vigo viktor viktoria vildane vilma vince vincent vincentio vincentiu vincenza
vincenzo vinciane vinicio vinko vinzenz viola violeta violetta violette viorel viorela viorica virgilio virginia
virginie viridiana visarion visitacion vitali vito vitor vitoria vittoria vittorio vitus viviana viviane vjekoslav vlad
vladelina vladimir vlado vlaicu voichita voicu volker volkhard volkmar wafae walburga waldemar waldtraut walentina
walfried walid walli wally walter walther waltraud waltraut waltrud wanda wannes ward warre wassim wayne wencke wendelin
wendy wenke wenzel wera werner wesley wessel wibke wiebke wieland wieslaw wigbert wiktor wilfredo wilfried wilfriede
wilhelm wilhelmine wilhelmus willem willfried willi william willibald willibert willy wilma wilson wiltrud wim winfried
witold wladimir wojciech woldemar wolf wolfgang wolfhard wolfram wout wouter wulf xander xaver xavi xavier xenia ximena
xiomara xuan yacine yadigar yago yahia yahsi yahsikan yaiza yalazabay yamin yana yanis yann yannick yannis yara yasan
yasar yasattin yasemen yasemin yasmin yasmina yasmine yasser yassin yassine yavuz yayak yazganalp yazgul yekbun yekda
yelesen yen yeneral yepelek yertan yesica yesil yessica yetisal yfke yigit yilmaz yinthe yoann yohan yolal yolanda
yolande yonetmen yoruc yosma youba youcef younes youri yousra youssef ysaline yucel yucelen yumun yunt yurdanur yurdaser
yurtguven yurtseven yurttas yusuf yvan yves yvette yvon yvonne zacarias zacharie zaharia zahfer zahid zaida zaira
zakaria zaliha zamfir zamfira zamir zara zaraza zbigniew zdenka zdravko zebirce zehra zehranur zekayi zeki zelha zelie
zeljka zeljko zemzem zennun zeno zenobia zenon zenovia zenta zerafet zeride zevlude zeynelabidin zeynep zeyno zihni
zilfa zina zineb zinnure zita ziyaettin zlatko zoe zoey zofia zohrehan zoltan zora zoraida zoral zoran zorka zubeyde
zufer zuheyla zulbiye zulfuye zulgarni zumre zvonko
"""
FROM_FAKER = frozenset(_NAMES.split())
