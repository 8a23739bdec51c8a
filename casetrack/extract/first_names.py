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
FIRST_NAMES = frozenset(_NAMES.split())
