"""First names of 48 lists of Faker 40.54.0, folded: made by `benchmarks/first_names.py`."""

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
aachal aada aadhya aadi aage aahana aaliyah aanuoluwapo aapo aarav aarini aarna aarnav aarne aaro aaron aarush aashi
aatos aayush aba abayomi abbas abbi abbie abbos abby abdalla abdallah abdelatif abdelkader abdellah abderaouf
abderrahmane abdi abdihakim abdirahman abdis abdu abduaziz abduboriy abdul abdulahat abdulbekir abdulcemal abdulgazi
abdulhadi abdulhamid abdulkadir abdulkerim abdullah abdullahi abdulloh abdulmenaf abdulsamed abdulsemet abdumalik
abdurahmon abdurrahman abdurresit abebi abednego abeer abeiku abel abelone abena abeni abha abhimanyu abhiram abid
abigael abigail abigaili abilio abina abiodun abiona abiye abjorn abosede abraham abram abril abror abubakar abubakr
abuzar acar acarkan achiel achieng achille achim acikel acilay aclan adaeze adak adal adalbert adalberto adam adamo
adams adan adasal adebiyi adebowale adebukola adedayo adedeji adekitan adekola adekunle adel adela adelaida adelaide
adelardo adelasia adelbert adele adeleke adelgunde adelheid adelia adelin adelina adelinde adeline adelmo adem aden
adenike adeniyi adeolu adeoti adepeju aderopo adesewa adeshina adesoji adesua adetayo adetoke adetoun adeyi adhra adi
adia adigun adil adila adimu adina adis aditya adlan admir adnan adolf adolfine adolfo adolfs adomas adonis adora
adoracion adriaan adrian adriana adriane adrianna adrianne adriano adrien adrienn adrienne adrija adrijana adunni
advaith advay advik advika adviye adweta adwoa adya aedan aedin aengus aenne afaq afer aferdita afia afife afil afiq
afolarin afonso africa afrim afruza aftin afua aga agahadi agakisi agamali agamusa agapito agastya agata agatha agathe
agaxan agbegim agca aggrey agim aglaia agmur agne agnes agnesa agnese agneta agnete agnieszka agnolo agnos agostino
agripina agris agron agueda agustin agustina ahat ahmad ahmed ahmet ahsen ahter ahti aicha aida aidan aideen aiden aiga
aigars aija aijuka aiko aila ailbhe aileen aili ailis ailish aime aimee aimo aina ainara ainars aino ainoa airi aisha
aishani aishling aisling aislinn aistis aitana aitor aivar aivaras aivars ajala ajan ajani ajda ajla ajna ajoke akalan
akanmu akar akatay akay akbar akbas akboga akcabay akcasu akcivan akdora akdurmus ake akemi akgol akgunes aki akif
akinal akinkunmi akinlabi akinwale akinyi akira akise akkerman akmal akmaner akmaral akobir akos akosua akoth akoz akram
aksay aksel akseli akshay aksogut aksoy aktemur akua akumaa akumu akver akwasi akwesi akyildiz alaaddin alabezek alade
aladin alaeddin alain alamu alan alana alanalp alanis alanna alannah alara alastair alattin alaz alba alban albano
alberico albert alberta alberte albertina albertine alberto alberts albin albina albino albrecht albulena alcan alcides
alderano aldin aldis aldo alec aleix alejandra alejandro alejo aleks aleksandar aleksander aleksandr aleksandra
aleksandras aleksandrs aleksanteri aleksei aleksej aleksi alemsah alen alena alenka aleodor alessandra alessandro
alessia alessio alex alexa alexandar alexander alexandr alexandra alexandre alexandria alexandrie alexandrina alexandros
alexandru alexe alexei alexej alexia alexis alf alfio alfons alfonso alfonz alfred alfredo alfreds algirdas algis algot
ali aliabbas alica alice alicia alicja alida aliihsan alin alina aline alinur alis alisa alise aliseydi alisha alisik
alison alissa alisson alistair alistar alister alix aliya aliyu alize alizee alja aljaz aljosa alka alkor alla
allahverdi allan allana allegra allen allison alma almasi almast almaz almir almudena almus almut almuth alois aloisia
alojz alojzia alojzij alojzija alondra alonso aloys alparslan alpcan alphonce alphons alphonse alphonsus alpsu alsoy
altin altinbike altincicek altinisin altinkaya altogan altug alva alvar alvaro alve alvin alvine alwin alwina alwine
alyssa alzbeta alzina ama amac amada amadeo amadeus amado amador amahle amaira amalia amalie amalija amancio amanda
amandine amando amani amar amara amarachi amarilis amaro amaury amaya ambar amber ambre ambrose ambrosio ambroz amedeo
amedeu amel amela amelia amelie amelija america americo amico amilcar amin amina aminatu amine amir amira amleto amoke
amol amon amondi amope amor amos amparo amra amre amri amrita amruta amy amza ana anabel anabela anabella anacleto
anaelle anaida anais anamaria anamika anargul anas anasa anastacia anastasia anastasie anastasio anastasios anastatia
anastazie anastazja anatol anatoli anatolie anatolij anay anca ancuta anda andela anders anderson andic andile andjela
andjelina andor andra andrada andras andre andrea andreas andree andreea andrei andreia andrej andreja andrejka andrejs
andrena andres andress andrew andrey andri andrian andrija andrin andrina andris andrius andrus andrzej andwele andy
anej anemona aneta anete anett anette anezka angalia angavu angel angela angele angeles angelica angelika angelina
angeline angelino angelique angelita angelo anghel anghelina angie angus anh ani anibal anica aniela anika aniko anina
anirudh anis anisa anisoara anissa anita anja anjali anjolaoluwa anka anke ankica anmol ann anna annabel annabell
annabella annabelle annah annak annalena annaliese annalisa annalise annamaria annamarie annastacia anne annedore
annegret annegrete annekatrin anneke anneleen annelene anneli annelie annelies anneliese annelise annelore annemarie
annemette annemie annemijn annerose annet annett annetta annette anni annibale annica annick annie anniina annija annika
annikki annina annita annukka annunziata anny anoni anouk ansaldo anselm anselma anselmo ansgar ansh ansis ansora anssi
antal antanas antero anthony antim antje anto antoaneta antoin antoine antoinette anton antonela antonella antonello
antoni antonia antonie antonietta antonija antonin antonina antonino antonio antonios antoniu antonius antons antony
antoon antra ants antti antun anu anunciacion anusha anuta anvar anvi anya anyango anze aodhan aoibheann aoibhin
aoibhinn aoife aongus apaydin apolena apolinar apolline apollo apollonia apolonia apostolos april aqil araceli aradhana
aral aran aranka aranzazu arben arbnor arcan arcelia arda ardian ardit ardita arezki argu ari aria ariadna arian ariana
ariane arianna arianne aribert arie ariel ariele arif arifcan arija arijus arike arikol arild arin arina arinola
aripinar arisoy aristide aristides aristita arja arjun arkadiusz arkut arlene arlet arlette arlind arlinda armahan
armand armandas armando armands armend armida armin arminas arnaldo arnas arnau arnaud arnaude arnd arndt arne arnfried
arnim arnis arno arnold arnoldas arnolds arnost arnulf arnulfo aroa aron aronas arpad arpag arran arron arsenie arsenio
arsim arta artan artemio artemisa arthur artis arto arttu artturi artur arturas arturo arturs aru arunas arunima arusi
arvid arvids arvo arvydas arya aryan arziye arzu asa asad asafe asake asalet asali asani asanti asatira asbjorn asdrubal
ase asger asha ashan ashlee ashleigh ashlene ashley ashling ashton asia asif asila asilbek asim asiman asir asko aslan
aslanhan asliye asma asmini asmira assar assia assumpta assunta asta aston astrid astrit asu asuka asuncion atabala
atagun atalay atamoglan atanur atasagun atatore atena atenulf atgun athanasios atharv athman athuman athumani ati atiena
atieno atila atilgan atilhan atilio atinuke atiyye atnan atsushi atte attila attracta aud aude audrey audrius august
augusta augustas auguste augustin augustina augustine augusto augusts aukusti aulikki aulis aurea aureja aurel aurelia
aurelian aureliana aureliano aurelie aurelien aurelija aurelio aurica aurimas aurora aurore ausma ausra ausrine austin
austine austra autumn ava averil avgust avi avni avram avsin avunc awero awesi axel axelle axenia axinte aya ayaan ayan
ayasun ayaydin aybet aybora aycagul aycan aydan aydar ayden aydin aydinbey aydinc ayduru ayesha aygonenc aygul aygun
aygutalp ayhan ayinde ayinke aykut aykutalp ayla aylil aylin aylla ayman aymen aymeric aynilhayat aynimah aynur ayodeji
ayodele ayoka ayoub aypar aysan ayse ayseana aysel aysema aysenur aysevim aysoy aysu aysuna aytek ayten aytoz aytuna
ayub ayulker ayush ayushman ayvas ayyaruk azaan azad azade azahar azahara azeglio azeneth azettin aziz aziza azize azizi
azra azucena azuolas baaba babasola babatunji babawale babett babette baccio bachittar badegul bagdas bagdat baghyawati
bahaddin bahadir bahadurjit bahari bahati bahittin bahtinur baiba bailey bailie bairbre bajram bakari bakhshi baki
balatekin balaxanim balazs balca baldassare baldomero balduino baldur bale balendra balhaar bali balinda balint baljiwan
balli baltas baltasar balthasar balvan balveer balz bandile banel banjeet banu bao baptist baptiste bara barak baraka
barasa barbara barbel barbora barbro barica baris bariscan barkha barna barnabas barry barsen bart bartek bartholomaus
bartholomew bartley bartolome bartolomej bartolomeo bartolomeu basarab basay bashan bashkim basil basile basilio basim
basok basriye bastiaan bastian bastien batirhan baturay baudelio baudouin bautista baydu baykan bayman bayram bayruhan
baytal bayzettin beata beate beatrice beatrijs beatrix beatriz becky beda bedi bediriye bedri bedrich begim begona
behbud behiza behrem behruz bekbay bekim bekir bektasi bela belen belgizar belinda belkize bella bellisan bello belo ben
benadik benard benas bence bendeguz benedek benedetto benedict benedicte benedikt benedikte benedita benek bengibay
bengt beniamin benice benicio benigna benigno benita benito benjamim benjamin benn benno benny benoit benol benone
benson bent benta bente benthe bento benvenuto beppe berat beray beren berend berends berengere berenice bergen berit
beriye berkal berki berksay bernabe bernadett bernadette bernadine bernard bernarda bernardino bernardita bernardo bernd
berndt bernfried bernhard bernhardine bernice bernt bernward berra berran berrin bert berta bertalan bertha berthe
berthold bertil berto bertold bertram bertrand bertulis beryl besart besarta besey beshte besim besin besnik beste beth
bethan bethany betina bett betti bettina betty beverley beverly beyda beyhatun beyler beyzade bezek bhanumati bhavani
bhavika bhavini bhavna bhavya bhekani bhekisisa bhekizizwe bhekokwakhe biagio bianca bianka bibi bibiana bibisora bibuwa
bican bidayet bieke biel bienvenida bilal bilay bilender bilgen bilginur bilgutay bilha biljana bilkay bilkisu billie
billy bilol biltas bimala bina binay binbasar binisik birben birger birgid birgit birgitt birgitta birgitte birgul
birsan birsen birte birthe biruta bisar biserka bishakha bitten bitul bjarne bjorg bjorn blahoslav blaine blake blanaid
blanca blanduzia blanka blas blathnaid blaz blazej blazena blerim blerina blerta blessing bluette boaz bob boban bobby
bobur bodil bodo boe boel bogatimur bogdan bogdana boglarka bogomir bohdan bohdana bohumil bohumila bohumir bohus
bohuslav bohuslava bojan boje bolatito boleslav boluwatife boma bonface bonifac boniface bonifacio bonnie bonu borahan
boratas borbala borge boris borivoj borja borje borris bortecin borut borys bosibori bostjan botond bouchra boynak
bozbag bozena bozerk bozica bozidara bozo boztas brad bradley bradut brady brahim bram bramwel brandi brandon brandusa
branislav branislava branka branko bravin brayan breandan breanna brecht breda breeda breege breffni brencis brenda
brendah brendan breno brent bretislav brett brian briana brianna brice brid bridget bridgit bridie briek brien brieuc
briget brighid brigid brigida brigita brigitta brigitte brijesh brilyant brinda brit brita britt britta brittany
brittney brogan brona bronach bronagh bronislava bronwen bronwyn brooke brooklyn bror bruce bruna brunhild brunhilde
bruni brunilda bruno bryan bryce bryony bucur buenaventura buget buhari bujar bukurije bulunc bunmi bunyamun burak
burakhan burc burckhard burcuhan bureyre burghard burim burkard burkhard burkhardt busara busisiwe busra busranur
buyrukhan bystrik cabbar cabir cacilia cacilie caetana caga cagdan caglar caglasin cagveren cahal cahan cahangir cahir
cailin cailum caio cait caitlin caitlyn caitriona caius cajsa cakar cakirca calcedonio caleb calebe calim calin calista
calisto calixta calixto callan callum calogero calti calum calvin calvince camelia cameron camil camila camilla camille
camillo camillus camilo camok can canan canberk candace candela candelaria candelario candeniz candice candida candido
canfeza cangur canice cannur canseven cansin cantemir cantez canur caoilfhionn caoimhe caoimhin caolain caolan caomhan
capkan capucine cara caragh caren caridad carin carina carine carita carl carla carlijn carlito carlo carlos carlota
carlotta carly carmel carmela carmelita carmelo carmen carmina carmine carminho carol carola carole carolien carolin
carolina caroline carolyn carolyne carren carrie carsten casandra casemiro casey casian casiana caspar casper cassandra
cassidy cassie catalin catalina catarina caterina cathal catharina catherina catherine catheriona cathleen cathrin
cathrina cathrine cathriona cathy catia catinca cato catrin catrina catrine catrinel catriona caua caue cavad cavid
cavit cavuldur cayetana cayetano cazimir ceara cebesoy cebrian cecelia cecil cecile cecilia cecilie cecilija cecilio
cedide cedric cedrin ceferino celal celem celene celestin celestina celestine celestino celia celikkan celikyurek
celilay celina celine celso cem cemal cemalettin cemil cemiyle cenan cengiz centa centrine cerasela cerci cercis cesar
cesare cetin cetinsu cevale cevheri cevikoz cevregul ceyhun ceyla ceylin ceyran cezar cezara cezary cezayir chaaya
chabane chad chaitaly chaitanya chakradev chakradhar chakrika chaman chameli champak chanakya chanchal chandani chandran
chandresh chanez chaniya chantal chantel chantelle charan charis charita charity charlene charles charlie charline
charlott charlotta charlotte charly charmaine charo charos charvi chasmum chatresh chatura chau chausiki chavvi che
chebet chege chelangat chelo chelsea chelsey chema chepkemoi chepkoech chepkorir cherif cherith cherotich cheruiyot
cheryl cheusi cheyenne chi chiamaka chiara chibuzo chidimma chigozie chijioke chinedu chinelo chinyere chipukizi chiraz
chita chiyo chizoba chloe chris christa christabel christel christelle christer christiaan christian christiana
christiane christianne christie christin christina christine christl christof christofer christoffer christoph
christophe christopher christos christy chucho chuki chukwudi chukwuemeka chus chuy cian cianan ciara ciaran ciarrai
cidal cihan cihandide cilga cilli cillian cilly cimnaz cindoruk cindy cinerk cingiz cintia cinzia ciprian cipriana
cipriano ciriaco ciril cirillo cirino cirkeline ciro cisem civgin claas claes claire clara clare clarence clarice
clarisa clarissa clarisse clark clas claude claudette claudia claudine claudio claudiu claudius claudy claus clavs
clayton clelia clemence clemens clement clemente clementina clementine cleopatra cleophas cleto clifford climaco clinton
cliodhna cliona clive clodagh cloe clotilde codie codin codrin codrina codrut codruta cody cogay cokan cole coleman
colette colin coline colins colleen collette collin collince collins colm colman colpan colton coluccio colum columba
come comfort conal conall conan concepcion concepta concetta concha conchur conleth conn connell connie connor conny
conor conrad conrado consolata constanca constance constanta constantin constantina constanza constanze consuela
consuelo copur cora coral coralia coralie coraline cord cordula corentin corey corina corine corinna corinne coriolano
cormac cormack cornel cornelia cornelio cornelis corneliu cornelius corona corrado corrie corsin cortney corvin cory
cosima cosimo coskun cosmas cosme cosmin cosmina cosqun costache costantino costanzo costel costin courteney courtney
craig crenguta crescencia crina cristea cristian cristiana cristiano cristina cristobal cristofor cruz crystal csaba
csilla csongor ctibor ctirad cuheyna cuman cumsud cuneyit curdin curro curt curtis custodia custodio cvetka cvetko
cynthia cyprian cyriel cyril cyrill cyrille cyrus czeslaw daan dace dacian daciana dafina dafne dag dagistan dagmar
dagmara dagny dagobert dai daiana daiga daina dainess dainis dainius daire dairine daisy dajana dakota daksh daksha
dakshesh dalaja dalan dalbir dale daler dalia dalibor dalila dalili dalkilic dalmas dalton damaris damian damiano damien
damife damijan damini damir damjan damjana damlanur damon damyanti dan dana dancan dancun dani danica daniel daniela
daniele danielius daniella danielle daniels danijel danijela danilo danique danis danjuma danny danson dante danuse
danuta dany daphne dara daragh darcy dardan daren daria dariana darija darika darin darina darinka dario darius dariusz
darja darko darlene darpan darragh darran darrell darren darrin darryl darsh darta daryl dasa daud daudi dave davi david
davida davide davin davis davnet davor davorin davy dawid dawn dayamai dayar dayita dayna deaglan dean deane deanna
dearbhail dearbhaile dearbhla debbie debby debora deborah deborrah debra decebal declan deepa deger degmeer deha deidre
deirbhile deirdre deividas dejan del delfina delfino delia delil delphine demeter demetra demetrio demilade demirbuken
demiriz demirok demiryurek denes denis denisa denise deniz denizalp denkel dennis denny dereck derek derick derkay
dermot dermott derrick derval dervilla dervla derya deryanur desiderio desiree desmond despina destiny detlef detlev dev
devansh devika devon dewi dex dezider dezso dhriti dhruv diamond diana dianah diane diann dianne diar diarmaid diarmuid
dick dickson dida didier didina diederik diedrich diego dierk dieter diethard diethelm diether dietlind dietlinde
dietmar dietrich dijana diken dilara dilcan dilder dildora dilfeza dilhus dillon dilnoz dilnur dilsad dilsat dilsitan
dimas dimitri dimitrina dimitrios dina dinah dincer dinckol dincsu dinis dino dinu diogo dion dionigi dionisia dionisio
dionne dionyz dipta dirican dirk dirlik dismas dita ditmar ditte dittmar divya diya diyor diyora djamel dmitri dobromila
dobroslav dobroslava dochia dogan doganalp dogannur dogansah doguhan doina dolensoy dolores dolphine dolun domagoj
domantas domas domen domenic domenica domenico domhnall dominga domingo domingos dominic dominick dominik dominika
dominique dominyka dominykas domitila domnica dona donagh donal donald donat donata donatas donatella donatello donato
doner doniyor donna donnacha donncha donough donovan dora dorcas dorcus doreen dorel dorian doriana dorien dorin dorina
dorine dorinel doris dorit dorita dorle dorli dorota dorotea doroteja dorothe dorothea dorothee dorothy dorottya dorte
dorthe doru dorukhan douglas dounia dovile dovud dovydas doyinsola draga dragan dragana dragica drago dragos dragutin
drahomir drahomira drahoslav drahoslava drazen drew dries drilon drita driton duane duarte ducu duha duilio duje duke
dulce duma dumisani dumisile dumitra dumitrana dumitru duncan dundaralp dung dunia dunja dunya dunyamali dunyo duong
duracan durante durdali durdica durdona durgadin durmusali durna duro durodola durrusehvar dursadiye dursun duruk duruoz
dusan dusanka dustin duuk duyen duyguhan dwayne dylan dylano dymphna dympna dzidra dzintars dzintra eadaoin eakumbu
eamon eamonn eanna earl eavan eba ebba ebbe eberhard eberhardt ebony ebuakil ebuka ecaterina ecegul ecemis eckard eckart
eckehard eckhard eckhardt eckhart eda edaviye edda eddah eddie eddy edel edelbert edelgard edelmira edelmiro edeltraud
edeltraut edeltrud eden eder edgar edgaras edgard edgardo edgars edgubay edhitha edin edina edinah edita edith editha
edmond edmund edmundo edmunds edna edoardo edon edona edouard edu eduard eduarda eduardo eduards edvard edvardas edvin
edvinas edvins edward edwin edwina eelis eemeli eemil eerik eero eesha eetu eeva efe efil eflatun efrain efser eftimia
eftimie egbert egenur eggert egidijus egil egils egle egon egzon egzona ehrenfried ehrentraud ehrhard eidvile eija eila
eileen eilis eilish eimantas eimear eimer eimhear einar einari einer eino eira eiravati eirik eitel eithne eivind eivor
ekaja ekalinga ekani ekansh ekanta ekantika ekapad ekaraj ekaterina ekavir ekbal ekber ekene ekiya ekkehard ekkehart
ekmel ekow ekrem ekta ekundayo ekundu ela eladio elaine elamiye elariz elba elcin elda eldar elea eleanor eleanora
elemer elena eleni elenore eleonor eleonora eleonore eleuterio elfi elfie elfriede elgin elgun elhan eli elia eliabeth
eliakimu eliana eliane elias elie elien elif elifnur eligia eligio eliisa elijah elin elina eline elinor elio eliot
eliott elis elisa elisabet elisabeta elisabete elisabeth elisabetha elisabetta elisaveta elise eliseo elisha eliska
elita eliud eliza elizabeta elizabete elizabeth elize elkana elke ella elladio ellen elli ellie ellinor elliot elliott
elly elma elman elmar elmars elmer elmeri elmidar elmir elmira elmo elna elnur eloa eloah elodia elodie elof eloisa
eloise elona elosy elove eloy elphas elpidio els elsa elsad elsbeth elsebeth elsie elsy elton elturan elva elvan elvin
elvira elvis elvy elwira elxan elyas elza elzbieta ema emal emanoil emanuel emanuela emanuele emanuella emanuelly
emanuil emeka emelie emelina emeline emely emelyne emer emese emiel emigdio emil emile emilia emilian emiliana emiliano
emilie emilien emilija emilio emilis emilly emils emily emin emina emine emirsan emma emmaculate emmah emmanuel
emmanuelle emmerich emmet emmett emmi emmy emperatriz emre emrullah emy enar encarna encarnacion encarnita enda endre
endrit ene enea enes enfes engelbert enginiz engla eniko eniola enis enna ennio enno enock enrico enrika enrique ensar
ensari ensio enver enya enzi enzio enzo eoghan eoin ephantus epifanio eral eraldo erasmo erastus eraycan erbay erbil
ercan ercihan erdal erdemer erdibay erdmute erdogan erdursun erem eremia eren erenalp erensoy ergener erginel ergonul
ergul ergun erhard erhardt eric erica erich erick erik erika erikas eriks erin erina erincer erion eris erkan erkilic
erkinel erkki erksoy erland erling ermanis ermanno ermenegildo ermes ermutlu erna ernest ernestas ernestina ernestine
ernesto ernests erno ernst erogul erol eroz ersat ersec ersel ertan erten ertun ertuncay ervaniye ervin erwan erwin
eryildiz eryk eryn erzsebet esa esben esenbay esengun esenturk eshana esi esila esim eskil eskinalp esko esma esmanperi
esmarelda esmee esmeralda esmira esna espen esperanza espiridion esra esref essi esteban estefania estela estelle ester
estera esteri esther estrella esupofo eszter eta etela etelka etelvina ethan ethel ethna ethne etibar etienne etiqad
etta ettore euan eufemia eufrosina eugen eugene eugenia eugenie eugenio eugine eulalia eunan eunice eunika eusebia
eusebio eusebiu eustaquio eustatiu eutimio eutropio eva evald evaldas evalds evaline evalyne evamaria evan evance
evangelia evangelina evangelista evangelos evanghelina evans evaristo evcimen evde eve evelia evelien eveliina evelin
evelina eveline evelyn evelyne everline everlyne evert evi evie evija evita evrim evrimer evy ewa ewald ewan ewatomi
ewelina eyyub eyyup ezekiel ezequiel ezgin ezgutekin ezio ezra faas fabia fabian fabiana fabien fabienne fabio fabiola
fabrice fabricio fabrizia fabrizio fadekemi faderera fadil fadila fadile fadime fahari fahrullah fainche faiq faisa
faith faize falak falan falguni falk falko fami famil fanaka fancy fanni fanny faqid farah faraj faraja farangiz faras
fares farhan farhiya farhod farid farida farijika fariq faris fariz fariza farouk faruk farzona fatigul fatih fatiha
fatima fatime fatinur fatma fatmanur fatmir fatmire faton fatteh fatuma faustas faustino fausto fay faye fayize fazil
fazul feargal fearghal febe fedde fedele feden federica federico federigo fedor fehim fehintola fehmiye feisal felice
felicia feliciana feliciano felicidad felicitas felicity feliks felipa felipe felisa felista felister felistus felix
felizitas fella fem femke fenna fenne fenni ferahdiba ferat feraye ferdi ferdinand ferdinando feremez ferenc fergal
fergus ferhan ferhat feriel ferihan ferinaz fermin fermuta fernand fernanda fernande fernando ferre fersan feruza feryas
ferzi festus fetullah feyha feyruz feyzin feza fiachra fiamma fibikemi fidan fidaye fidel fidela fidelis fidelma fien
fiene fiifi fikayomi fildan filip filipa filipe filippa filippo filit filiz filofteia filomena fimar finbar finbarr
finian finn finola fintan fiodor fiona fionan fionna fionntan fionnuala fionnula fiorenzo fiorino firdavs firdevis
firdovsi firudin fisnik fitan fitim fitnat fito fitore fiyaz flamur flannan flavia flavie flavio flaviu flemming fleur
floare floarea floor floortje flor flora florea florence florencia florencio florent florenta florentin florentina
florentine florentino florian floriana floriane florica florim florin florina florinda florine floris flurin flurina
fodil folashade folke folker folkert folu fortunata fortunato fotima fouzia frado fran franca france frances francesca
francesco franci francine francis francisc francisca francisco franciscus francisek franciska franciszek franck franco
francois francoise franjo frank franka franklin frankline franky frans frantisek frantiska franz franziska frauke frazer
fred freda freddy frede frederic frederick frederico frederik frederika frederike frederikke frederique fredi fredo
fredric fredrick fredrik fredrika fredy freia freja freya fricis frida fridah fridolin fridrich frieda friedbert
friedemann frieder friedericke friederike friedhelm friedhilde friedhold friedl friedlinde friedo friedrich frithjof
fritz frode frusina fryderyk fuad fugen fulgencio fulvio fuzayl fuzuli fynn gabel gabi gabin gabino gabor gabriel
gabriela gabriele gabrielius gabriella gabrielle gabrielly gaby gael gaelle gaetan gaetano gagan gaia gaida gail gaja
gala galasso galina galip galo gambo ganga gani ganim ganimete ganiye garech gareth garima garret garreth garrett garry
garvan gary gaspar gaspard gaspare gaston gastone gathoni gatis gaurang gaurangi gaurav gauri gaurika gautam gautami
gauthier gavan gavin gayathri gazel gazmend gbadebo gbolahan gbowoade geanina gearoid gebhard gederts gediminas gedion
geert geetika geir gejza gelengul gelsomina gelu gema gemma gencaslan gencay genevieve gennaro genovefa genoveva
gentiana geoffrey geoffroy geofrey georg george georgel georges georgeta georgette georgia georgian georgiana georgina
georgine georgios gerald geraldine geraldo gerard gerarda gerardine gerardo gerardus geray gerd gerda gerdi gereon
gerfried gergely gergo gerhard gerhardt gerhart gerhild gerlind gerlinde germain germaine german germana gernot gero
gerold gerolf geronimo gerrard gerrit gerry gert gerta gerti gertraud gertraude gertraut gertrud gertruda gertrude
gertrudis gervasio gerwin gesa gesare gesche gesine geta gethera getrude geza ghenadie gheorghe gheorghita gherghina
ghilas ghislain ghislaine ghita giacinto giacobbe giacomo giada giampaolo giampiero gian giancarlo gianfrancesco
gianfranco gianina gianluca gianluigi gianmarco gianna gianni gianpaolo gianpietro gibson gica gicu gideon giedre
giedrius giel giesela gifty gijs gil gilbert gilberte gilberto gilda giles gilles gillian gillis gilman gina ginette
gino gintare ginyas gioacchino gioachino gioele gioffre gioia gion gionata giorgia giorgian giorgiana giorgio giosue
giovanna giovanni girik girindra girish girolamo girts gisa gisbert gisela gisele gislinde gitau githinji gitonga gitta
gitte giulia giuliana giuliano giulietta giulio giuseppa giuseppe giuseppina giustino giz gizela gizella gladys glauco
glen glenda glenn gloria goda godelieva godelieve godfrey godofredo godwin goffredo gok gokay gokbudun gokce gokcebalan
gokcil goken gokhan goknur gokperi goksev gokten goli goma goncafer goncalo gonen gonul gonzalo gopal goran gorazd
gordan gordana gordon gorgunay gorklu gorm gorsev gosta gote gottfrid gottfried gotthard gotthilf gotthold gottlieb
gottlob gotz goyo gozel gozem gracia graciana graciano graciela graeme graham grainne grania grant gratian gratiana
gratiela grazia graziano graziella grazyna greca greco greet greg grega greger gregg gregoire gregor gregorian gregorio
gregory greta gretchen grete gretel grethe gretl gretta griet grieta grigore griselda grit gro grzegorz guadalupe
guarino gucal gucluer gucyeter gudrun gudula guenter guenther guglielmo gugu gugulethu guido guilherme guillaume
guillermo guiomar guiseppe gul gulaga gulay gulbala gulbani gulbeyan gulbiye gulce gulcegun gulcin guldam gulder
guldunya gulegen gulel gulenay guler gulev gulfari gulfeza gulgen gulguzel gulhisar gulinaz gulkadin gulluhan gulmira
gulmisal gulnar gulnaz gulnaziye gulnur gulozge gulper gulsa gulsahin gulsalin gulselin gulsen gulseref gulseren
gulsevil gulsiye gulsu gulsum gultac gulten gulter gulus gulustan gulxar gulzadiye gulzar gumustekin gun gunar gunars
gunay gunaydin gunbir gunborg gunda gundel gunden gundhild gundi gundolf gundula gunduz gunduzalp gunebakan guneet
guneri gungordu gungoren gunhild gunilla gunita gunkurt gunn gunnar gunnel gunner gunsel gunsen gunser gunta guntars
gunter gunther guntis guntram gunver gunvor gurarda gurcuye gurelcem gurli gursal gurten gust gustaaf gustaf gustas
gustav gustave gustavo gustaw gusti gusztav guus guusje guvercin guy guzey gwen gwenaelle gwendolen gwendoline gwendolyn
gyda gyongyi gyorgy gyorgyi gyozo gyte gytis gyula gzim habib habiba habibe habibu habil haciali hacile hadassa hadicha
hadija hadithi hadiza hadjer hadrey hadrien hafiz hafiza hafsa hafsat hagen hai haiba hailey hajnalka hajo hakan hakikat
hakim hakon halenur haley halid halidun halil halima halina halisi haliye haluk hami hamid hamis hamish hamisi hamiyet
hampus hamsini hamza hana hanako hanbiken hanedan hanh hania hanife hanim hanja hanna hannabel hannah hannchen hanne
hannele hannelore hannes hanni hanno hanns hannu hanny hanora hans hansgeorg hansjoachim hansjorg hansjurg hansjurgen
hanspeter hansruedi hanss hansueli hansultan haralamb haralambie harald harambee harbinaz hardik hardy harijs harinakshi
harini haris harish harita hariz harm harold haroldo haron harri harriet harrison harro harry harsh harshil hartmut
hartmuth hartwig haruka harun haruna harvey hasan hasbek hasgul hashiki hasret hassan hasso hatem hatice hatima hatin
hauwa hava havali havard havse hawa hawehindi hayali hayat haydee hayden hayel hayleigh hayley hayret hayrunnisa hazel
hazine hazrat heather hector hedda hedi hedvig hedviga hedvika hedwig hedy hege heide heidelinde heidelore heidemarie
heiderose heidi heidrun heidy heike heikki heiko heimo heiner heinfried heini heino heinrich heinz heitor hekima hekime
hekmet helan heleen helen helena helene helfried helga helge heli helina heliodoro hella helle hellen hellena hellevi
hellmut hellmuth helma helmar helmer helmi helmtrud helmut helmuth heloisa heloise helvi hema hemal hemang hemangini
hemani hendrik henife henk henna henner henni henning henny henri henric henrich henricus henrieta henrietta henriette
henrik henrike henrikki henriks henrique henry henryk heracleea heraclio herbert herberto herdis heribert heriberto
herlinde herma herman hermanis hermann hermanni hermenegildo hermina hermine herminia herminio hernan hernando herrmann
herta hertha herve herwig hesbon heva heyvetullah hezniye hezron hicham hicran hicsonmez hidaya hidde hideki hidir
hifzullah hilal hilario hilary hilayda hilda hildah hildburg hilde hildegard hildegart hildegund hildegunde hilding
hilkka hillary hillevi hilma hilmar hiltraud hiltrud hindal hinet hinrich hipolito hiral hiroshi hitesh hjalmar hjalte
hjordis hoang hocine hodari holger hollie holly holm hong honora honore hope horacio horatiu horea horia horst hortense
hortensia hortenzia horymir hosea hoskadem houcine houda howard hredhaan hritik hrvoje huban hubert hubertine hubertus
huda hudavent hugh hugo hugues huguette hukumdar hulda hulya humaiya humayra humberto humeyra humoyun humphrey hunalp
hung hunor huong hurdogan hurican hurmet hurside huruyet huryasar huseyin huseyn huseynqulu husmen husnuhal hussein huy
huzuri hynek iacob iain ian iancu ianis iara iasmina iben ibidapo ibironke ibis ibolya ibrahim ibrohim icimbike ida ide
idik idika idiris idris idriz idun ieremia ieva ifeanyi ifechukwu ifeoma ifora ifunanya ige ignac ignace ignacia ignacio
ignacy ignas ignatz ignaz ignazio igor igors ihsan iida iiris iisakki ijaya ika ikbal ikenna ikeoluwa iker ikiz iklim
ikram ikshita ilalmis ilari ilaria ilarie ilarion ilbek ildefonso ildem ildes ildiko ildiz ileana ilenia ilga ilgi ilham
ilhan ilias ilie ilija ilim ilinca ilir ilja ilka ilkbahar ilkim ilkin ilkka ilklima ilmafer ilmari ilmars ilona ilonka
ilper ilqar ilse ilsu ilteris ilyas ilyes ilze imane imants imany imara imaran imelda imene imer imge imke immaculate
immo imona imran imre imren imrich imrihan imron inancli inara inaya incifir indali india indira indra indrajit indre
indrek indrikis indy ine ines inese ineta inez ing inga ingalill ingbert inge ingeborg ingeburg ingegard ingegerd ingela
ingelise ingelore ingemar inger ingetraud ingetraut ingmar ingo ingolf ingrid ingrida ingried inguna ingvar inigo
inioluwa inka inken inkeri inmaculada inna inocencio inocentiu inqilab insa insaf inta intihap intiqam intizar ioan
ioana ioanina ioannis iolanda ion iona ionel ionela ionelia ionica ionut iosefina iosif ippazio ira iren irena irene
iretioluwa irfan iridenta irina irine irinel iris irja irma irmantas irmela irmeli irmengard irmgard irmhild irmi
irmingard irmtraud irmtraut irmtrud irungu irya iryna isaac isaack isabel isabela isabell isabella isabelle isabelly
isac isack isadora isaiah isaias isak isaline isaque isaura isaya iscan ise iseoluwa isfandiyor isha ishaan ishani
ishanvi ishita ishola ishwar isidor isidora isidoro isidro isikay isiman isin isis islime islom ismael ismail ismayil
ismet ismik ismo ismoil isobel isolde isra israfil issa issack istvan ita itanya ituri itziar iulia iulian iuliana iuliu
iurie iustin iustina iustinian iva ivan ivana ivanka ivano ivar ivars ivecen iver iveta ivica ivka ivo ivona ivone
ivonne ivor ivy iwan iwo iwona ixtiyar iyabode iyadunni iyiyurek iymona izabela izabele ize izel izgu izidor iztok jaak
jaakko jaan jaana jaanus jabulani jacek jacinta jacintha jacinto jack jackie jackline jackson jacky jaclyn jacob
jacobine jacobo jacobus jacopo jacqueline jacques jade jadranka jadwiga jael jafet jagat jagdish jagrati jagvi jahi
jahongir jai jaime jairaj jairus jaka jake jakob jakobs jakov jakub jalia jalmari jalol jalsa jamal james jamie jamila
jamshid jan jana janaki janani jane janet janeta janeth janett janette janez jangwa jani janic janice janick janik janin
janina janine janis janja jankat janko jann janna janne janni jannie jannik jannis jano janos janosch januja janus
janusz janya japhet japheth jaqueline jara jared jari jarkko jarl jarlath jarleth jarmila jarmo jarne jarno jarolim
jaromir jaromira jaron jaroslav jaroslava jaroslaw jaruthip jasin jasiri jasmijn jasmin jasmina jasmine jasminka jasmit
jasna jason jasper jasur jatin javan javi javier javiera javohir jay jayda jayde jayden jaylinn jayne jayson jazeps
jazmin jean jeana jeanette jeanine jeanne jeannette jeannine jebet jecinta jedidah jedrzej jeet jeevika jef jeff jeffery
jeffrey jekabs jekaterina jekaubs jelagat jelani jele jelena jelka jelle jelte jemimah jemma jemutai jena jenaro jenel
jenifer jeniffer jenipher jenna jenni jennie jennifer jenny jeno jens jente jepchirchir jepchumba jepkemoi jepkoech
jepkorir jepkosgei jeppe jeptoo jere jeremi jeremiah jeremias jeremie jeremy jergus jerica jerker jermaine jermiah
jernej jerneja jeroen jerome jeronimo jerono jerop jerotich jerry jeruto jerzy jesca jesper jesse jessica jessie jessika
jessy jesus jesusa jetmir jevgeni jezups jhalak jil jill jillian jim jimena jimmie jimmy jina jindrich jindriska jinthe
jip jiri jirina jitka joachim joacim joakim joan joana joann joanna joanne joannes joao joaquim joaquin joaquina joash
jobst jocelyn jocelyne jochem jochen jodi jodie jody joe joel joelle joep joerg joeri joey joffrey johan johana johann
johanna johanne johannes johans john johnathan johnnie johnny johnson johnstone johny joke jokubas jolan jolana jolanda
jolanta jolanthe jolene jolie jolien jolijn joline jon jona jonah jonas jonatan jonathan jonathon joni jonna jonny joojo
joona joonas joonatan joost joppe joram joran jordan jordana jordi jordon jordy joren jorg jorge jorgen joris jorma jorn
jort jorune jorunn jos jose josee josef josefa josefiina josefin josefina josefine josep joseph josepha josephat
josephina josephine josephus josette josh joshua josiah josiane josianne josip josipa josko joso josphat josphine josse
jost josua josue jouko jouni jovan jovana jovita joyce joyline jozef jozefa jozefina jozica jozo jozsef jua juan juana
juanita juanito jude judit judita judith judy juergen juha juhana juhani juho jukka jula jule jules julia julian juliana
juliane julianna julie julien julienne juliet julieta juliette julija julijana julijs julio julita julius juliusz juma
jumaane jun juna june juni juozas juraj jurg jurgen jurgita juri jurij juris jurre jussi justas justin justina justinas
justine justiniani justus justyna jusuf jutta juul juulia juuso juwon jyoti jyrki jytte kaan kaarina kaarlo kaat kabir
kabiru kacper kada kader kadinana kadri kahina kahir kai kaija kaique kaisa kaitlin kaitlyn kaj kaja kajetan kajsa kajus
kala kalervo kalevi kalgay kalina kalle kalman kalpit kaltrina kaluwa kamal kamala kamar kamau kamiel kamil kamila
kamilly kamran kamron kamya kana kandef kane kanini kanpulat kaombwe kaori kapagan kara karabas karaca karaer karakucak
karama karan karanbay karani karanja karatas karcan kardelen kare karel karen kari karim karima karimi karin karina
karine kariuki karl karla karley karlfried karlheinz karlijn karlina karlis karlo karlukhan karmen karol karola karolien
karoliina karolin karolina karoline karolis karoly karsten kashangaki kashish kashvi kasif kasim kasimir kaskazi kaspar
kaspars kasper kassim kastriot kata katalin katana katariina katarina katarzyna katcha kate katelijne katelyn katerina
katharina katharine kathe katherina katherine kathi kathleen kathrin kathryn kathy kati katia katica katie katja katleen
kato katri katrien katriina katrijn katrin katrina katrine katriona katty katy kauko kaver kavurt kavya kay kayagun
kaygusuz kayit kayla kaylee kayleigh kayrabay kazim kazime kazimierz kazimir kazuya kealan keano keelan keely keeva
kefser keijo keith keji kelami keld kelechi kelli kellie kelly kelsey kelvin kemal kemboi kemuma kemunto ken kenan
kendra kenedy keneth kenichi kenn kennedy kennet kenneth kenny kent kenter kenth kenyangi kenza kenzo keri kerim kerime
kerman kerri kerrie kerry kerstin kerttu kerubo kestutis kete kevim kevin keya kezban keziah khadidja khadija khaled
khalid khalil khamani khamisi khanyisile khoa kiaan kiah kian kiapo kiara kiaran kiarie kibafupia kibar kibet kibibi
kiburi kiera kieran kiernan kieron kifaye kijana kijani kike kikelomo kiki kilian kilicbay killian kilonzo kim kimani
kimanzi kimathi kimberley kimberly kimbilio kimeu kimmo kimutai kimya kinaya kinel kinga kinubi kinuthia kinyanjui
kinyua kiojah kioko kipchirchir kipchumba kipenzi kipepeo kipkemboi kipkemoi kipkirui kipkoech kipkorir kipkosgei
kipkurui kiplagat kiplangat kiplimo kipngeno kipngetich kipras kiprono kiprop kiprotich kipruto kipsang kiptoo kipyegon
kira kiramettin kirat kirby kirgiz kirk kirsi kirsten kirsti kirstie kirstin kirstine kirsty kirui kisima kismet kitan
kitti kiume kivilcim kiwara kiyasi kizil kiziltunc kjeld kjell kjersti kjetil klaas klara klare klas klaudia klaudie
klaus klavdija klavs klemen klemens klement kliment klothilde knud knut kobe kocabas kocak kockan koech koen koenraad
kofi kojo koker koktas kolawole koldan koloman koncagul kondo konguralp konrad konradi konradus konstantin konstantinos
konstanty konstanze konul kopan koray korbinian kordula korede kori korinna korir korkmazalp kornel kornelia kornelija
kornelius korugan kosemen kosgei kosisochukwu kosukhan kotryna kotuz kovu kreszentia kreszenz kriemhild kris krish
krisha krishna krisjanis kriss krista kristaps kristel kristen krister kristers kristi kristiaan kristian kristiana
kristiane kristie kristien kristiina kristijan kristin kristina kristine kristjan kristof kristofer kristoffer
kristopher krists kristupas kristy kristyna krisztian krisztina krisztofer kritika krystal krystian krystof krystyna
krzysztof ksawery ksenija kubran kuchanua kuddusi kujoe kujtim kullervo kumar kumiko kumral kumush kunibert kunigunda
kunigunde kuno kuria kursad kurt kurtis kurunzi kushtrim kusiima kustaa kutay kutgun kutun kveta kvetoslav kvetoslava
kwabena kwadwo kwaku kwamboka kwame kwamena kwasi kweku kweli kwesi kyalo kyan kyano kyara kyle kylian kylie kyllian
kyllikki kyosuke kyra laban labinot lacey lacin lacramioara lada ladina ladislau ladislaus ladislav ladislava ladli
laerke laetitia lage laia laika laila lailati laimonis laini lais lajita lajos laksh lakshit lakshmi lale lalo laly lam
lambert lamberto lameck lamine lan lana lander lando langalibalele langat laoise laora lara larisa larissa larry lars
lasse lassi laszlo latasha latoya laura laure laureano laureen lauren laurence laurens laurent laurentia laurentiu
laurenz lauretta lauri laurian lauriane laurie laurin laurine lauris laurita laurits laurynas laus laust lavanya
lavender lavinia lavize lawrence lawrencia layla laylo lazar lazaro laze lazim laziz lazzaro lea leah lean leana leander
leandra leandro leane leanne leano leart ledion ledun lee leela leen leena leevi leia leif leigh leila leire leja lejla
leke lekha lelia lena lenah lene leni lenka lenn lennard lennart lennarth lennert lenny leo leocadia leocadio leokadia
leon leona leonard leonardo leoncio leone leonel leonhard leoni leonid leonie leonor leonora leonore leons leontin
leontina leontine leopold leopolda leopoldina leopoldine leopoldo leordean leos lere lerze lesana lesia lesley leslie
leszek leticia leticija letitia letizia levente levi levin levis levoslav lewis lex leyla leyli leyre lezize lia liam
lian liana liane lias liba liban liberto libni libor libusa libuse lica licia lidia lidija lidwina lieke liene liepa
liesa liesbet liesbeth lieschen liesel lieselot lieselotte lieve lieven lieze liga ligia ligita liisa lila lili lilia
lilian liliana liliane lilija lilijana lilita lilja liljana lilla lillemor lilli lillian lilly lilo lilou lily lina
linah linas linda lindah linde lindita lindsay lindsey linet linh linn linnea lino linus lio lioara lioba lionel lipika
liridon liridona lirim lisa lisandro lisanne lisbet lisbeth lise liselott liselotte lisette lissi lissy liv liva livia
livingstone livio liviu liwia liz liza lize lizete lizz lizzy ljiljana ljubica ljubisa ljubov ljudmila lloyd loan lode
lodewijk lodovico loek loes logan lohit loic loice loida loise loke lola lolita lona londisizwe londiwe lone loni lonnie
lopa lope lora loraine lorcan lore loredana lorelei lorena lorenz lorenza lorenzo loreto loretta loretto lori lorik
lorin lorine loris lorna lorraine lotfi lothar lotta lotte lotti lou louane loui louie louis louisa louise louka louna
lourdes lourenco lova lovis lovisa lovre lovro lowe lowie loyola luan luana luara lubica lubomir lubomira lubor lubos
luboslav luboslava luc luca lucas lucca luce lucentiu lucette luchino lucho lucia lucian luciana luciano lucie lucien
lucienne lucija lucila lucile lucinda lucio lucky lucretia lucretiu lucrezia lucy ludek ludger ludivine ludmila ludmilla
ludo ludolf ludomil ludomila ludovic ludovica ludovico ludovicus ludovit ludvig ludvik ludwig ludwina lufen luigi luigia
luigina luis luisa luise luisina luitgard luiz luiza lujza luka lukas lukasz luke luljeta lulzim luminita lumir luna
lungile lunna lupe lupita lutfi lutgarde lutgardis lutgart lutz luuk luyanda luz luzia luzie luzius lwandile lya lyam
lydia lydiah lydie lykke lyna lynda lyndon lyndsay lyndsey lynn lynne lynsey maaike maanas maanav maaria maarit maarten
maartje maaya macarena macaria macario macauley macharia macide maciej mackenzie macs madaha madalena madalin madalina
madara maddalena made madeleine madelene madelief madeline madhav madhavi madina madini madison madlen madoa mads mael
maelle maelys maeva maeve mafalda maftuna magali magarete magda magdalena magdalene magdaline magdolna maggie magnus
magret magrit mahali mahdi mahigul mahika mahir mahmoud mahmud mahmut mahnaz mahsun mahter mahulena maia maida maie
maighread maija maik maike maiken maimuna maina maingi mairead mairin mairtin maisha maite maj maja majani majella
majken majvor makau makayla makena makini makokha makori maks maksim maksimiljan maksude maksur maksymilian makunga
makuu malachy malak malcolm malea malena malene malgorzata malik malika malina maliza mallory malou malte malthe malva
malvina malwina mamadou mamen manabu manaf manan manbir manca manda mandla mandlakhe mandy manel manfred manja manola
manole manolo manon mansurali mantas manthan manu manuel manuela manuelita manuella manus manya maqsud mar mara marc
marcantonio marcel marcela marcelina marcelino marcell marcella marcelle marcello marcelo marcheta marcia marcial
marciano marcin marcio marco marcos marcu marcus mareen mareike mareile marek mareks maren marese marga margaret
margareta margarete margaretha margarethe margarida margarita margaritha margaud margaux margherita margit margita
margitta margo margot margret margreth margrethe margrieta margrit margrith marguerite margus mari maria mariah mariam
marian mariana mariane marianela mariangela mariann marianna marianne mariano maribel marica maricela maricica maricruz
marie mariechen marieke mariele mariella marielle marieluise marietta mariette marija marijan marijana marijke marijn
marika marilena marilyn marina marine marinela marinette marini marinka marino marinus mario marioara mariola marion
maris marisa marisela marisol marissa maristela marit marita marite maritta mariuca marius mariusz marja marjaana marjan
marjana marjanca marjani marjatta marjeta marjo marjona marjorie marjukka marjut markas marketa marketta markku marko
markus marleen marlen marlene marlies marliese marlis marlise marlon marlyse marnix maros mart marta marten martha
marthe marti martial martijn martim martin martina martine martino martirio marton martta martti martyn martynas marusa
marvin marwa mary maryam maryann maryanne marylene maryline maryse marzena masa masar maside masika masinde mason
massimiliano massimo massinissa masume matas matea matei matej mateja mateo mateus mateusz matevz matheo matheus mathew
mathias mathieu mathijs mathilda mathilde mathis mathys matias matic matija matilda matilde matiss matjaz mato matous
mats matteo matthaus matthew matthias matthieu matthijs matti mattia mattias matts matunda matus matyas maua maud maude
mauno maura maureen mauri maurice mauricette mauricio maurilio maurin maurine maurits mauritz maurizio mauro maurus
maurycy mavuno max maxence maxi maxim maxime maximiano maximilian maximiliano maximilien maximino maximo maxine maxwel
maxwell may maya maynur maysa mayte maza mazlum mbithi mboya mbugua mburu mcebisi mckenzie meabh meagan meaghan
mechthild mechthilde mechtild mecide mecit meda medard medeja medina meelis meera mees mefarettin mefharet meg megan
megane megha meghan meghana mehdi mehdiqulu mehdiye mehin mehman mehmed mehmet mehmetzahir mehrigul mehrimoh meibh meik
meike meinhard meinolf meinrad meja mekhala mel melaha melania melanie melchior melchor melek meleknur melichar melihcan
melikkan melina melinda melisa melissa melita melitta melker melle melodie melody melul melvin melvine melwin memili
menfeat mengi menguc menisan meral merba mercedes merche mercy mercyline merdi meredith merel meret merete merethe
mergim meriem merijn merike merim merita merja merle merlin mert mertel merva mervi mervin mervyn meryem meryeme merzuk
meshack meshur mestur mesude mesut metin metinkaya metka metod metrine mette meveddet mevludiye mevlut meyhanim meyransa
mezide mia micael micaela micah miceal micha michael michaela michaele michail michal michala micheal micheala michel
michela michelangelo michele micheletto micheline michell michelle michelotto michiel mick mickael mieke mieszko migle
miguel miguela miha mihael mihaela mihai mihail mihajlo mihaly mihels mihhail mihin mihkel mihnea mihrab mihriye miia
miika mijo mik mika mikael mikaela mikako mikayil mikayla mike mikelis mikels mikhail miki mikkel mikko miklos mikolaj
mikulas mila milada milagros milan milana milay milcah milda mildred milena milica milka milkah milla millicent milo
milorad milos miloslav miloslava milosz milota milou milton miluse mimi mimmi mimoza mina mindaugas mindy minenhle minh
minibe minna minodora minoru mio mioara miodrag mira mirabela miran miranda miray mirbadin mircea mirco mirdza mireia
mireille mirela mirella miriam miriama mirja mirjam mirjami mirjana mirko mirlinda miro miron mirona mironshoh miroslav
miroslava miroslaw miroslawa mirriam mirsad mirta mirte mirthe miruna mischa mishat mislav misra misty misuli mitali
mitchel mitchell mitchelle mitesh mitica mitrut mituru miyesser mkarkara mladen mlungisi mnqobi moa modesta modesto
modris modupe mofifoluwa mogens mohamad mohamed mohamedi mohammad mohammed mohamud mohand mohini mohinur mohlaroyim
mohsim moira moises mojca mojisola mojisoluwa mojmir mollie molly momanyi momoko mona monalisa monica monicah monika
monique monis monja montserrat moraa moradeke morayo moreen morena morenike moreno morgan morgane moric morine moritz
morolake morris morten mortimer moses mosinmileoluwa mosunmola motunrayo mouloud mounir mourad moureen mourine moussa
moya moyosore mrihani mthokozisi muarra mubariz mubetcel mubina mucahit mucellib mucevher muchiri muema mueni muferrih
mufide mufit mugambi mugber mugdha mugendi mugo mugur mugurel muhamed muhamet muhammad muhammadali muhammadamin
muhammadamir muhammadayub muhammadaziz muhammadrizo muhammadsafo muhammadsodiq muhammadsolih muhammadumar muhammadyasin
muhammadyusuf muhammadziyo muhammed muhammet muharrem muhima muhip muhiye muhsina muhyettin muia muireann muiruri muizza
mujde mukbile mukhwana mukramin mukrume muktedir mulayim mulele muli mulwa mumbi mumo mumtaz mumtaze mumtoz munene
munezzer mungai munif munisa munyao munyoki murad murat muratcan muriel murielle muriithi murilo murimi murithi muriuki
murod mursalina musafet musaffa musau musembi musemma musfira mushtariy musila muskunaz muslim muslima muslum mustafa
mustafo mustapha musure musyoka musyoki mutasim muthama muthengi muthoka muthoni muthui mutie mutinda mutiso mutisya
mutluhan mutua mutuku mutunga muturi muvaffak muvahhide muveddet muxlisa muxtar muzaffer muzayyana muzdalifa muzekker
mwamini mwanajuma mwanamisi mwangangi mwangi mwaniki mwanzia mwasaa mwaura mwende mwendwa mwezi mwikali mwiti mya myles
myra myriam myrta myrtha myrthe mzamo nabil nacer nachiket nacho nacio nada nadege nades nadeschda nadeshda nadezda
nadia nadin nadine nadir nadja nae nael nafii nafile nafula nagi naglis nahashon naiara naide naim naimh nair naja
najuma naki nakif nakip naksh nakul nalan naliaka nam namiq nanami nand nandini nando nandor nanjala nanna nanni naoimh
naoise naoki naoko naom naomh naomi naomy naoto napoleone narcis narcisa narciso narhanim narimane naringul nas naser
nashipie nasiba nasiru nasra nassim nastja nasuf natacha natali natalia natalie natalija natalio natalja natan natanael
nataniel natasa natascha natasha natasja natasza natella nath nathalie nathan nathanael nathaniel nathari natiq
natividad naud naveen nawal nayara nayfa nayil naz nazaret nazario nazende nazidil nazim nazimet nazir nazli nazlihan
nazlim nazmi ndegwa nderitu ndirangu nduku ndumiso ndunge ndungu nduta nea neal neasa nebih nebiha nebojsa necati necdat
nechifor necilal necmettin necva nedas nedda nedjma neel neelima neema nefaret nefiye neha nehemiah nehip neil neill
neja nejc nejdet nekesa nela nelah nele nelida nelima nelio nell nelli nellie nelly nelson nelu nemanja nenad neptun
nerea nereida neriban nerijus nerim neringa nermin nesfe nesip neslinur nesrin nesrine nessa nestor nete netra neval
nevenka nevgin neville nevin nevio nevise nevsal nevsale newton neyran neza nezengul nezihi nezize ngamia nganga ngari
ngeni ngigi ngoc ngozi ngugi nhat nhien nhlanhla nial niall niamh niara nicanor nicat niccolo nichifor nichola nicholas
nichole nicholus nick nicklas nickson nicky niclas nico nicoara nicodemo nicodemus nicodim nicola nicolae nicolai
nicolaie nicolaj nicolas nicolasa nicolaus nicole nicoleta nicoletta nicoline nicolo nicu niculina niculita nicusor
nicuta nidhi nidia nidra niek niels nienke nieves nigar nigel nigesa nigmet nihad nihai nihal nihan niharika niilo niina
nik nika nikita nikki niklas niklaus niko nikodem nikol nikola nikolai nikolaj nikolajs nikolaos nikolas nikolaus
nikolett nikoletta nikolina niks niksa nil nilcan nilda nili nilima nilo nils nilufar nimakoah nimrat nina ninetta
ninioluwa nino ninthe nirgul nirja nisa nisha nitara nitesh nives nixon niyaz niyazi niyilolawa njabulo njagi njenga
njeri njeru njiru njogu njoki njoroge njozi njue njuguna nkazimulo nkiruka nnamdi nneka noa noah noam nobantu nobuhle
noe noel noeleen noelia noeline noella noelle noemi noemie noirin nojus nokulunga nolan noleen nollaig nomagugu
nomalanga noman nomasonto nomathalente nomathemba nomcebo nomthandazo nomusa nomvula nonhlanhla nonjabulo nonso noor
noora noortje nora norah norbert norberto nore noreen norica norina norma norman normunds notburga nothando noud nour
nout novruz noxolo nozibusiso nozima nozizwe nqobizitha ntimi nuala nubar nudret nuhu nula nuno nura nural nuran nuray
nurbanu nurcan nurda nurdeniz nuretdin nurettin nurey nurgil nurhayet nuri nuria nuriat nurice nuriya nuriyet nurkan
nurlan nurlana nurmelek nurmuhammad nursan nurseda nurser nursim nurtac nurten nuru nurulla nurullah nurveren nusa nuyan
nwabudike nyaboke nyaga nyakundi nyamai nyambura nyanchama nyasi nyawira nydia nynke nyoka nyongesa nyoni nyota nyuki
nzioka nzomo oana oba obanijesu obdulia obed obianuju obinna oceane ochieng octav octavia octavian octaviana octavio
octaviu oda odalis odalys odd odeline odette odhiambo odhran odika odile odina odkanli odongo oduor oeshi ofelia ofeliya
oganer oge ogechi oget ogooluwa ogulbas ogurata ogus oguzman oisin oiva oivind ojas ojasvi ojvind okanay okbay oke
okechukwu okello okguclu okkas okoth okseven okturemis okturk okumu okyalaz ola oladare oladimeji olaf olajumoke
olakunle olalla olanrewaju olansile olasunmbo olav olavi olca oldag oldrich ole oleg olegario olena olfert olga olgerts
olgierd olimpia olimpian olimpiu oliver olivia olivie olivier olivija oliviu oliwer oliwier olle olli olof ololade oloo
olov oluchi olufunke olufunmilayo olumorotimi oluoch olus oluwafemi oluwagbemiga oluwakemi oluwamumibori oluwamuyiwa
oluwasanmi oluwasegun oluwole olwen olwethu olympia omaca omaja omar omari omer omina omisha omkaar omobobola omobolanle
omodunni omolabake omolara omondi omosalewa omotara omotayo omotola omotoun omowumi omriye omur omya ona onat oncel
ondieki ondrej onel onesmus ongay ongen oni onkar onni onofre onsal onuker onur onurcan onursu onveer onyango onyinye
oona oonagh ophelie opiyo opwonya oqtay oran oranli orazio orcin orduxan oreofe orestas oreste orfhlaith orfiye orgun
orhan oriana orik orinder orjan orla orlagh orlaigh orlaith orlando orna ornella orni orsolya ortak ortansa ortrud
ortrun ortwin oruc orvokki orxan oryurek osamu oscar osha osiyo oskar oskari oskars osman osmo osogo ossi ossian osten
osunleke osvald osvaldo osvalds oswald oswin otabek otakar otavio otay otfried othmar otieno otilia otilija otis otmar
oto ottavio ottfried ottilia ottilie ottmar otto ottokar ottomar ottone otylie ouanes ouma oussama outi ove over ovidio
ovidiu oviya ovli ovun owe owen owethu owino owuor oxana oyenike oyindasola oymak oysha oystein oyvind ozakan ozalpsan
ozana ozansu ozaslan ozay ozbay ozbilek ozbilge ozcam ozdal ozdes ozdil ozdogdu ozel ozerdinc ozertem ozge ozger ozgun
ozgur ozinal ozioma ozkent ozkutlu ozlem ozlu ozokcu ozpetek ozpinar ozsozlu oztek ozturk ozudogru ozyurt paavo pablo
paca pacifica paco padraic padraig padraigh padraigin pahal paige paivi paivikki paker paksu pal pallavi palle palmira
paloma pam pambe pamela pamfil panagachie panait pancho panfilo panini pankrac panya paola paoletta paolo paraschiva
paride parker parth pasa pascal pascale pascaline paschal pascual pascuala pasi paskalia pasqual pasquale pastor pastora
patric patrice patricia patricie patricija patricio patrick patrik patrizia patrizio patru patryk patty pau paul paula
paule paulette pauli paulica paulien pauliina paulina pauline paulino paulius paulo pauls pauric pavani pavao pavel
pavla pavlina pavol paw pawel paz peace peadar peader pearce pearl pearse peder pedro peer peeter peggy pehlil pekka
pekkan pelaji pelayo pelle pellegrino pembesin penelope penina peninah pentti pepijn pepita pepito per peren perinur
peris perla perlita permun pernilla pernille pero perrine perry pertti petar pete peter peteris peterson petr petra
petrana petras petre petrica petrina petrisor petrona petronela petros petru petrus petrut petruta petter petteri
phanice phelim phelix phileine philemon philip philipp philippa philippe philippine philis phillip philomena phineas
phoebe phuc phuong phylis phyllis pia piaras piedad pien pier pierangelo pierce piergiorgio piergiuseppe pierina
pierluigi piermaria piero pierpaolo pierre pierrette piersanti piet pieter pietra pietro piia pijus pilar pili pim pina
pio piotr pippa pirahmet piran piret pirjo pirkko pirmin piroska pius placido plesu pleun plinio pol polad polina polly
polona polonca pompeo pompilia pompiliu pomponio poncio pontus pooja popobawa porfirio poul povilas pranav praneel
pranit pratyush pravoslav preben predrag premysl preston priit primitiva primitivo prisca priscah priscila priscilla
priscillah prisha priska priya profira prokop prudencia prudencio przemyslaw puccio puck puk pumbaa punhan purcek
purificacion purity pushti qabil qadim qadir qalib qaratel qarin qasim qiyas qosqar quang quentin quincy quinn quinten
quinter quinty quique quirino qulam qulu qumru qushi raagini rabah rabbiye rabea rabecca rabi rabih racha rachael
rachana racheal rachel rachelle rachid rachida rachit rachita radek radeke radha radhika radim radka radmila rado
radomir radoslav radoslava radoslaw radovan radovana radu raducu raduz radvile rael raf rafa rafael rafaela rafal
raffael raffaela raffaele raffaella raffaellino raffaello rafia rafih rafila rafiq raghav ragna ragnar ragner ragnhild
rahab rahel rahiye rahma rahmet raija raik raili raimo raimondo raimonds raimund raimundo rainer raisa raissa raivis
raivo rajab rajata rajeshri rajko rakide raksha ralf ralph raluca ramadhan ramazan ramid ramil raminta ramiro ramiz
ramon ramona ramunas ramune ramzi rana ranbir randall randi randolf randy rani rania ranieri ranveer raoul raphael
raphaela raquel rashid rashidi rasim rasma rasmus rastislav rasul raul rauno raven ravi ravy rayaan rayan rayana rayhona
rayla raymond raymonde raymund rayyona razi razvan reagan rebeca rebecca rebecka rebeka rebekah rebekka rebihat recep
recepali reda redmond reece reet refet refik regan regina reginald regine regis regitse regitze regula regulo rehaan
rehema rehime rei reidun reijo reimar reimer reimund reina reinald reinaldo reiner reingard reinhard reinhardt reinhart
reinhild reinhilde reinhold reinis reino reka relu remazan rembrandt remedios remi remigio remo remus remy remzi rena
renaat renan renata renate renato renaud rene renee rengul reni rens renske renzo reshoni resi resulcan reto reuben reva
revza rexhep reyansh reyes reyhan reyna reynaldo reza rezin rezzak rhavi rhian rhianna rhianne rhiannon rhoda rhona
rhonda rhys ria riad rian rica ricarda ricardas ricardo ricards riccardo ricciotti richard richardt rick rickard rickey
ricky rico rida ridhi rifkiye rigmor rigo rihards riikka riina riitta rik rika rikard rikke riku riley rim rimante rina
rinaldo rino rinor risalet risasi rishi risper risto rita ritt ritva riya riyad riza riziki rizvan roan roar rob robbe
robbie robby robert roberta robertas robertina roberto roberts robin robinson robiya robyn rocco rochdi rochus rocio
rodah roderich roderick rodger rodgers rodica rodney rodolfo rodolphe rodrigo rodrigue roel roeland rogelio roger rogers
rohan rohat roise roisin rojnu rojus rok rokas roko roksana roland rolandas rolande rolando rolands roldan rolf romain
roman romana romane romanita romano romeo romina romolo romuald romualdas romulo romulus romy ron rona ronald ronaldo
ronan ronith ronja ronke ronni ronnie ronny rono rony ronya roope roos roosa roque rory rosa rosalba rosaleen rosalia
rosalie rosalina rosalinda rosalinde rosalva rosanna rosanne rosaria rosarie rosario rosaura rose roseanna rosel
roselinde roseline roselyn roselyne rosemarie rosemary rosenda rosendo rosetta rosette rosi rosie rosina rosita rosl
roslyn rosmarie ross rossa rossana rostislav roswita roswitha rotich rotraud rotraut rouven rowan rowena roxana roxane
roxelana roy roya roza rozalia rozalija roziya rozsa ruairi ruari rubani ruben rubeyda rudi rudiger rudite rudolf
rudolfs rudolph rudra rudy ruedi rufina rufino ruggero ruggiero rugile ruhide ruhiu ruhsat ruhshona ruhugul rui rukia
ruknettin rumaysa rumeysa rune rungo rupert ruperta ruperto ruqayya ruqiya rusen rushil ruslan rusne russell rut ruta
rute ruth ruthild ruxanda ruxandra ruy ruza ruzena ruzica ryan rym ryma ryohei ryosuke ryszard ryte rytis rza saad
saanvi saar saara saba saban sabari sabas sabatino sabettin sabih sabihe sabin sabina sabine sabir sabri sabrina sacha
sachi saci sadaka sadao sadat saddam sadeti sadia sadik sadiki sadiman sadiq sadittin sadiye safet safia safii safina
safinaz safiri safiya safta safura sagcan sagit sahat sahdiye sahigul sahil sahin sahinbey sahinder sahir sahlar sahmar
sahmettin sahnaz sahnuray sahra sai said saida saidi saire sakari sakina sakip sakir saksham salah saleh sali salih
salim salima salimet salkin sally salma salman salohiddin salome salomea salomey salomon salud salurbay salvador
salvatore salvi sam samahat samaksh samandar samanta samantha samar samarth samesh sami samiha samil samina samir samira
samiya sammy samo samson samuel samuele samuli samurtay samwel samweli samxal samy sanavber sanaya sancak sancar sancho
sanda sandalio sander sandi sandile sandis sandor sandra sandrine sandro sandu sandy sanela sani sanije sanita sanja
sanjar sanli sanna sanne sanni santa santeri santiago santino santos sanur sanya sanziana saoirse sara sarabi sarafina
sarah sardor sargin sari saricabay sarina sarita sarka sarlota sarmite sarpkin sarthak sarunas sarvan sarvar sarvinoz
sarya sasa sascha sasha saskia saso sathvik satia satomi satrettin satu saturnina saturnino saul saulius saumu saumya
saundra sauti sava savak savannah saverio saveta savina savki savni sayali sayan saydam saygin sayin sayrak sayuri
sazime scot scott seamus sean seana seanan seaneen seanna sebastiaan sebastian sebastiano sebastiao sebastien sebastijan
sebastjan sebattin sebigul sebla secgul secme seda sedat sedife sefer sefi sefiye segilola segismundo seha sehamet sehel
sehreban sehza seif seija sejda sekim selaheddin selale selatin selcan selcen selcuk selena seler selim selime selin
selina seline selma selmin selvi sem semender semenica semine semir semra semrin semsettin semsinisa sena senad senan
sencar sendogan seniha senkal senn senna senne sennur senol senta seona seosamh sepp seppe seppo seracettin serafeddin
serafina serah seraina serban serda seref sereina serena serezli serfinaz serge sergei sergej sergey sergio sergiu
sergius serhatmehmet serine serkan serma serman sernur serol serpil servac servinaz seth sevara sevcan sevdi sevdinar
sever severiano severin severina severine severino severo sevgen sevginur sevican sevil sevim sevinc sevinch sevindik
sevket sevketfeza sevla sevsevil seyda seydo seye seyfulla seyfullah seyhan seyithan seymur seyran seyyide sezal sezen
sezginbas shaban shadrack shahina shahnoza shahriyor shahzod shahzoda shamsuddeen shana shane shani shania shanice
shanna shannan shannen shannon shari sharon shaun shauna shauneen shaurya shawana shawn shawna shay shea sheamus sheela
sheelagh sheena shehu sheila sheilah sheilla sheillah shekoni shelby shelia shelley shelly shem sheree sheri sherri
sherry sheryl shida shiela shinead shirley shivani shivansh shohei shohjahon shohrux shona shota shpresa shqipe shravya
shukrona sian sibel sibilla sibille sibonelo sibongile sibusisiwe sibusiso sibylla sibylle sidar siddharth sidki sidonia
siebe siegbert siegfried sieghard sieglinde siegmar siegmund siegrid siegried siegrun siegward siem sien siena sienna
sifa sifuna sigfrid sigfrido sigfried sigge sigismund sigita siglinde sigmar sigmund sigrid sigrun sigurd sigvard
sihawukele siim siiri sijuade siku sil sila silan silanur silas sile silja silje silke sille silondile silva silvan
silvana silvano silvester silvestre silvestro silvia silvian silviana silvie silvija silvio silviu silvo sima simao
simas simber sime simen simeon simi similoluwa simina simion simisola simiyu simo simon simona simonas simone simonetta
simonne simphiwe simphiweyinkosi simten sina sinaida sinan sinasi sindre sine sinead sini sinica sinikka sinisa sintija
siobain sioban siobhain siobhan siofra siper siphesihle sirac sirap siri sirin sirivan sirje sirkka siro sirpa sirriye
sirzad sisko sissel sithembiso siti sittik siv sivert sixi sixten siya siyabonga siylihan sjoerd skaidrite skender
skolastika sladjana slava slavena slavica slavisa slavka slavko slavomir slavomira slawomir slobodan smaranda smilte
sneha snezana snjezana socorro sofi sofia sofiane sofie sofija sohret sokmen solange sole soledad solene soliha soline
solma solmaz solomon solveig solvej solvita somadina somtochukwu sona sonad sonata sondre songul songurkan sonia sonja
sonke sonnur sonny sonya sophia sophie sophy soraia sorana soraya sorcha soren sorin sorina sorine sosimo sotaro souad
soufiane soumia sowande soydaner soykan soykut soyler soyselcuk sozer spela spencer speranta sphiwe srecko stacey stacie
stacy staffan stan stana stanca stancu stanislaus stanislav stanislava stanislavs stanislaw stanka stanko stanley
stavros steen stef stefaan stefan stefana stefani stefania stefanie stefanija stefano steffen steffi stefica stefka
stein steinar stela stelian steliana stella stellah stellan steluta sten stepan stepanka stephan stephane stephanie
stephany stephen stephene sterre steve steven stewart stian stien stig stijn stilla stina stine stjepan stojan stuart
sture suat suayp subhan subomi subutiye sucaettin sudi sudiksha sugra suha suhani suheyda sukri sukru sukufe sukur
suleiman suleyla suleyman sulhi sumayya sumerya sumeyye summer sunay sune sunel suner sungara suphi susam susan susana
susanita susann susanna susannah susanne suse susen susi sussanne sussie suus suvari suvi suzana suzanna suzanne suze
suzer suzy svante svatopluk svatoslav svea svein sven svenja svenning sverre svetlana svetozar swala swaleh swantje swen
swetlana sybilla sybille sydney sylivia sylke sylvain sylvana sylvester sylvia sylviane sylvianne sylvie sylvio sylwia
synnove sys szabolcs szilard szilveszter szilvia szymon tabea tabitha taciddin tacnur tadas tade tadeas tadej tadeja
tadeo tadeusz tadhg tagangul tage taha tahir taichi taina taisto taja tajus takatifu takuma talayer tali talib talibe
tamanna tamara tamas tamasa tamaydin tambika tami tamilla tammie tammy tamu tanak tanay tanbay tandogdu taneli tangul
tanguy tanhan tania tanimu tanir tanish tanja tanmayi tanpinar tanses tansev tansig tanveer tanvi tanya tanyolac tanyu
tapani tapio tara tarak taranci tarik tariyel tarja tarmo taro tartis taru tarzicius tasar tasha taskan tassilo tasvir
tatiana tatjana tatu tauno tautvydas tayaydin taygan taylak taylor tayyibe tayyip tea teber tecimer tecla ted teddy teea
teemu teerth teija teja tejas tejs tekbay tekecan tekiner tekla teknaz teksoy telemaco telim tellervo telman telmo telse
temidayo temime temir temirhan temistocle temizkal temucin tenis tenvir tenzin teo teobaldo teodor teodora teodoro
teodors teodosia teodosio teofil teofila teofilo teohari teona tercan tere terence teresa terese teresia teresiah
teresita terez tereza terezia terezija terhi terje terlan tero terrance terrence terri terry terttu tess tessa teun
teuta teuvo tevs teybet teymur teymuraz teymurcin tezcan tezol thabani thabisa thabisile thabiti thaddaus thaddeus
thalente thandazile thandeka thandiwe thando thanh thao thea theda thekla thelma thembeka thembekile thembile thembisile
theo theobald theodoor theodor theodora theodore theodoro theodoros theophil theophile theres theresa therese theresia
thi thiago thibaud thibault thibaut thibo thierry thies thijmen thijn thijs thilo thinhinane thom thomas thor thoralf
thorben thore thorsten thuo thure thuthukile tia tiago tiarna tiarnan tibe tiberia tiberiu tibo tibor tiburcio ticen
tichomir tiegan tiernan ties tiffany tigin tiia tiina tiit tiiu tijl tijmen tijn tijs til tilda tilen till tillmann
tilly tilman tilmann tilo tim timea timeo timm timmy timo timon timotei timotej timoteo timothee timothy timurtas tina
tinal tinca tincuta tindra tine tineke tinne tino tirza tisa titas titilayo tito titus tivadar tiziana tiziano tjasa
tobias tobiasz toby todd todor tofiq togan togrul toivo toker toki tokoz toktug tokunbo tola tolonbay tolulope
toluwanimi tom toma tomas tomasa tomasz tomaz tomi tomislav tommaso tommi tommy tomo tomori tomoya tomris toms tomurcuk
tone tonguc toni tonia tonicha tonino tonje tonny tono tonu tony tonya toomas toon topias topuz tor tora toralf torben
torbjorn tord torel torgny torhan tori toribio torill torquato torsten tova tove tovuz toy tracey traci tracie tracy
traian traude traudel traudl traugott traute travis treacy treasa trevor tricia triin trina trine trini trinidad triona
tripti tristan triveni triya troels trond trong troy trude trudel trudi trung tsubasa tsuma tuana tudor tudora tudorita
tudosia tuere tufani tugcan tugce tugrulhan tugtas tuija tukelalp tukufu tulay tule tulin tullio tulun tumer tumkurt
tunahan tunar tuncboga tunckilic tunde tung tunguc tuomas tuomo turabi tural turan turcan turcein ture turgut turid
turkalp turkan turkmen turknur turlough turvi turxan tutkucan tutkun tuukka tuula tuuli tuulia tuulikki tuur tuva tuyug
tuzeer tuzenur twan tycho tygo tyler tymon tymoteusz tyra tyrone tyson ubaldo uberto ubeydullah ubika ucan ucbeyi ucchal
ucgul uche uchenna udant udarsh udeera udo udyati ueli uffe ufukay ugan uge ugne ugo ugolino ugur ugurkan ugurtan ujamaa
ujunwa ulakbey uldis ulduz ulf ulfet uli ulises ulke ulkudes ulkum ulla ulle ullrich ulrica ulrich ulrik ulrika ulrike
ultan ulu uludag ulugbey uluman ulutay ulvi umande umang umar umberto umid ummahan ummahani umman ummet ummuhan umoja
umray umusan umut umutcan una unal undine unek unlen unnati unni uno unsever unubol uolevi upadhriti upasna upkaar upma
uraltay urbain urban urbano urfan urfettin urhan urishilla urmas urmi uros urper urs ursa ursel ursina urska ursula
urszula urte urvashi urvi usame uschi ushan ushindi usiku usman usmon ustun uta ute utkarsh utkucan utz uwe uyanser
uygun uzbay uzer uzeyir uzima uzsoy vacibe vaclav vadim vafir vagn vahid vahittin vaida vaidas vaino vaishnavi vajen
vakare vakris vala valary valborg valda valdemar valdis valeh valentijn valentim valentin valentina valentine valentino
valer valere valeri valeria valerie valerij valerija valerio valeriu valero valeska valid valija vallary valon valter
valtteri vamakshi vanda vanesa vanessa vania vanja vansha vanya vaqif varenya vargin varlik varsha varvara vasana vasare
vasatika vasco vasif vasil vasile vasilica vassilios vasudha vasyl vavrinec vaysal vazeh vecide veda vedant vedat
vedhika vedika vedran veer veera veerle veeti vefia vega vegard veijo veikko veis veit vejune veli velitdin vello velma
velta venancio venceslas vendela vendelin vendula venera veneranda veniamin venla vera verde verena verim verner verneri
vernon veronica veronicah veronika veronique vesa vesna veta vezat vezrife vic vicenta vicente vicentia vicentiu vicki
vickie vicky victoire victor victoria victoriano victorino vid vida vidadi vidal vidar vidhi viera vieroslava viesturs
viggo vigilija vigo vihaan viivi vija viktor viktoria viktorie viktorija viktors vildane vilde vilem vilgot vilhelm
vilhelmiina vilhelmina vilho viliam vilis vilius viljami viljem viljo villads vilma vilmer vilmos vilnis vilte vilums
vinaya vince vincenc vincent vincentio vincentiu vincenza vincenzo vinciane vineta vinicio vinicius vinko vinzenz viola
violeta violetta violette viorel viorela viorica virag viraj virgilio virginia virginie viridiana virpi visar visarion
visitacion visvaldis vita vitali vitalija vitalis vitazoslav vitezslav vito vitor vitoria vittoria vittorio vitus vivaan
viveka vivian viviana viviane vivianne vivien vivienne vjekoslav vjollca vlad vladelina vladimir vladimira vladislav
vladislavs vlado vlaicu vlasta vlastimil vlora voichita voicu vojtech voldemars volkan volker volkhard volkmar vratislav
vratko vreneli vrinda vrishti vritti vuokko vuqar vurgun vusal vusumuzi vyanjana vytautas vyte waceera wachira wafae
wafula wahab waida wainaina wairimu wakeeta walburga waldemar waldtraut walentina walfried walid walli wally walter
walther waltraud waltraut waltrud wamalwa wambua wambugu wambui wamwema wanda wangari wangila wangui wanja wanjala
wanjiku wanjiru wanjohi wannes wanyama wanyonyi ward warda warhi waridi warinder warjas warre warren waseme washington
wassim watika waweru wayne wazir weddy weena wekesa weldon wenche wencke wendelin wendy wenke wenzel wera werner wesley
wesonga wessel whitney wibke widisha wiebke wieland wieslaw wigbert wiktor wilfred wilfredo wilfried wilfriede wilhelm
wilhelmina wilhelmine wilhelmus wille willem willfried willi william willibald willibert willie willis willy wilma
wilmer wilson wiltrud wim winfred winfried winifred winni winnie winny wishi witold wladimir wojciech woldemar wolf
wolfgang wolfhard wolfram wout wouter wriddhish wridesh wulf wuraola wyatt wycliff wycliffe xalak xalid xaliq xamis
xander xanim xankisi xanlar xaver xavi xavier xenia ximena xiomara xiti xolid xosrov xuan xudaverdi xudayar xudu xumar
yaa yachana yacine yadavi yadigar yael yagin yagizkurt yagnesh yago yahia yahsi yahsikan yahvi yahya yahyo yaiza yakobo
yalazabay yalcin yalgin yalin yaltirak yamin yamini yan yana yanick yanik yanis yanki yann yannic yannick yannik yannis
yaqub yara yargi yasan yasar yasattin yasemen yasemin yash yashasvi yashawini yashica yashoda yashodhara yashvi yasin
yasina yasinta yasmin yasmina yasmine yasser yassin yassine yasti yasuhiro yatan yatin yauvani yavuz yaw yayak yazganalp
yazgul yda yejide yekbun yekda yelesen yeneral yepelek yertan yesenia yesica yesil yessica yetisal yetunde yewande yfke
yigit yildir yildiz yilma yilmaz yinthe ylenia ylva ylvie yngve yoann yochana yohan yohana yohane yoichi yoko yolal
yolanda yolande yonetmen yoruc yoshita yosma yosuke youba youcef younes youri yousef yousra youssef yrjo yrsa ysaline
yucel yucelen yug yui yuki yumiko yumun yunis yunt yunus yurdanur yurdaser yuri yurtguven yurtseven yurttas yusif yussuf
yusuf yuta yutika yuvraj yvan yves yvette yvon yvonne zablon zac zacarias zach zacharia zacharias zacharie zachary
zaharia zahfer zahid zahir zahnya zahra zahro zahur zaid zaida zainab zainabu zaira zaitra zaituni zak zakaria zakariyo
zakayo zakhele zakir zakiyaxon zalan zaliha zaman zamfir zamfira zamin zamiq zamir zan zane zaneta zanis zansi zara
zaraza zarina zarna zashil zaur zayan zayd zaynab zayyan zbigniew zbynek zdenek zdenka zdenko zdislava zdravko zebirce
zehaan zehnia zehra zehranur zekayi zeki zelha zelie zeljka zeljko zelma zelmira zemfira zemyna zemzem zende zenia
zennun zeno zenobia zenon zenovia zenta zenzele zenzile zerafet zeride zevlude zeynal zeynelabidin zeynep zeyno zeynulla
ziba zibuyile ziedonis ziga ziggy zigmund zigrida zihni zikmund zilfa zilmil zina zinal zineb zinhle zinnura zinnure
zipporah zita ziva zivile ziya ziyaettin zlatica zlatko zoe zoey zofia zofie zofija zohrehan zoja zoltan zora zoraida
zoral zoran zorica zorka zsanett zsigmond zsofia zsolt zsombor zsuzsanna zuba zubayr zubeyde zufer zuheyla zuhri zulbiye
zuleyxa zulfuye zulgarni zumaridi zumre zumrud zuwena zuzana zvonka zvonko zwatie zygimantas
"""
FROM_FAKER = frozenset(_NAMES.split())
