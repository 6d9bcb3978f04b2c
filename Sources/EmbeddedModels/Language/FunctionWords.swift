/// Words that a text can hardly do without, by which its language shows.
///
/// Left out are words of one letter, words that two of the languages share with English ("in", "so", "die"), and those
/// that stand in people's and places' names ("de", "la", "van").
enum FunctionWords {
  static let english = """
    the and of to it is that this with for you are not but have from they his her she my your were been had will would
    could should can their there what when which who how if than then them our all about just out up into because don
    didn doesn isn wasn won ll did does be by at us its more some any other only very get got know like think make
    please thanks after before where why here these those said one back still too off over again may must never
    """

  static let others = """
    que en un una por con para se lo como más pero su es esta está este muy todo cuando sobre también porque qué mi te
    fue donde nos hay eso nada bien sus le ser tiene hace gracias aquí
    les une est dans qui pas sur ce cette vous nous je il elle sont avec mais ou être fait tout bien très ça aux leur
    même ne sans quand c'est
    und ich nicht das ist ein eine einen mit auf für sie wir auch wie zu nach wenn aber noch nur wird sind kann oder
    habe sich im bei mein schon als dem es
    não uma em os ao mas mais foi ele são isso muito você já seu sua quando eu tem pelo
    che non il sono una ma anche questo perché più della nel alla gli hai come mi si
    het een niet ik dat je met zijn op te voor er maar ook als naar bij nog wel heeft deze wat aan zo hij zij worden
    się nie jest że co jak tak ale czy dla tego już mnie był przez po
    že je se jsem pro jako jsou není který jste
    bir ve bu için çok ne ama gibi daha kadar değil ben sen ile olan
    không và của có cho một được với người tôi này những các trong đã để khi
    yang itu dengan untuk tidak ini dari dalam akan pada juga saya ke karena ada bisa kamu anda
    ang ng mga sa na ay hindi ko ito ako siya
    ya wa kwa ni katika hii yake kuwa
    och att det som är på av för till inte jag har ett vi så kan
    og ikke jeg til af
    ei että hän mutta niin kuin oli ovat myös
    az és egy nem hogy ez meg csak már
    și în nu este pe cu din care mai sau pentru sunt
    amb però també els molt quan aquest
    koji nije što kao ili već biti ktorý ako alebo bol že
    olema kui oma nagu veel mis yra kad bet kaip buvo dhe për një është nuk
    dit vir jou baie ekki það ég vera estas kaj nek oni
    hai nahi kya aur tum mera bhi kyun hain tha
    """
}
