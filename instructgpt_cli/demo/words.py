"""The words and phrasings of the generated instructions.

A phrasing is a frame with a verb and its object: "Could you | put | the words below | in reverse order?".
"""

from typing import NamedTuple


class Noun(NamedTuple):
    """A noun in English, French and Chinese; `feminine` is its French gender."""

    english: str
    french: str
    feminine: bool
    chinese: str


class Adjective(NamedTuple):
    """An adjective in English and in both French genders; `before` if French puts it before the noun."""

    english: str
    masculine: str
    feminine: str
    before: bool


NOUNS = tuple(
    Noun(english, french, gender == "f", chinese)
    for english, french, gender, chinese in (
        line.split()
        for line in """
        apple pomme f 苹果
        bag sac m 袋子
        ball balle f 球
        bed lit m 床
        bird oiseau m 鸟
        boat bateau m 船
        book livre m 书
        bread pain m 面包
        bridge pont m 桥
        cake gâteau m 蛋糕
        car voiture f 汽车
        cat chat m 猫
        chair chaise f 椅子
        cheese fromage m 奶酪
        city ville f 城市
        clock horloge f 时钟
        cloud nuage m 云
        coat manteau m 外套
        coffee café m 咖啡
        cow vache f 牛
        dog chien m 狗
        door porte f 门
        dress robe f 裙子
        ear oreille f 耳朵
        egg œuf m 鸡蛋
        eye œil m 眼睛
        farm ferme f 农场
        fire feu m 火
        fish poisson m 鱼
        flower fleur f 花
        forest forêt f 森林
        garden jardin m 花园
        glass verre m 玻璃
        hand main f 手
        hat chapeau m 帽子
        head tête f 头
        horse cheval m 马
        house maison f 房子
        island île f 岛
        key clé f 钥匙
        king roi m 国王
        knife couteau m 刀
        lake lac m 湖
        lamp lampe f 灯
        leaf feuille f 叶子
        letter lettre f 信
        milk lait m 牛奶
        moon lune f 月亮
        mountain montagne f 山
        mouse souris f 老鼠
        night nuit f 夜晚
        ocean océan m 海洋
        orange orange f 橙子
        paper papier m 纸
        pear poire f 梨
        pen stylo m 钢笔
        plate assiette f 盘子
        queen reine f 女王
        rain pluie f 雨
        ring bague f 戒指
        river rivière f 河
        road route f 路
        school école f 学校
        ship navire m 轮船
        shoe chaussure f 鞋
        sister sœur f 姐妹
        snow neige f 雪
        spoon cuillère f 勺子
        star étoile f 星星
        stone pierre f 石头
        street rue f 街道
        sugar sucre m 糖
        sun soleil m 太阳
        table table f 桌子
        tea thé m 茶
        train train m 火车
        tree arbre m 树
        water eau f 水
        window fenêtre f 窗户
        wolf loup m 狼
        """.strip().splitlines()
    )
)

ADJECTIVES = tuple(
    Adjective(english, masculine, feminine, place == "before")
    for english, masculine, feminine, place in (
        line.split()
        for line in """
        black noir noire after
        blue bleu bleue after
        green vert verte after
        grey gris grise after
        red rouge rouge after
        white blanc blanche after
        yellow jaune jaune after
        broken cassé cassée after
        cold froid froide after
        empty vide vide after
        strange étrange étrange after
        big grand grande before
        pretty joli jolie before
        small petit petite before
        young jeune jeune before
        """.strip().splitlines()
    )
)

# "{}" is replaced by the object.
ENGLISH_VERBS = {
    "reverse": (
        "reverse {}",
        "put {} in reverse order",
        "write {} backwards",
        "turn {} around",
        "give {} from last to first",
    ),
    "sort": (
        "sort {}",
        "put {} in alphabetical order",
        "write {} in the order of the alphabet",
        "arrange {} alphabetically",
        "give {} from A to Z",
    ),
    "first": (
        "give only the first of {}",
        "write the first one of {}",
        "pick the first item from {}",
        "keep just the first of {}",
        "name the one that opens {}",
    ),
    "last": (
        "give only the last of {}",
        "write the last one of {}",
        "pick the last item from {}",
        "keep just the last of {}",
        "name the one that ends {}",
    ),
    "count": (
        "count {}",
        "give the number of {}",
        "say how many items are in {}",
        "tell me the length of {}",
        "find the size of {}",
    ),
    "upper": (
        "upper-case {}",
        "put {} in capital letters",
        "write {} in capitals",
        "turn {} into upper case",
        "give {} in big letters",
    ),
    "join": (
        "join {} with commas",
        "put commas between {}",
        "write {} with commas",
        "turn {} into a comma-separated line",
        "give {} separated by commas",
    ),
    "translate": (
        "translate {} into French",
        "put {} into French",
        "write {} in French",
        "turn {} into French",
        "give the French for {}",
    ),
}

ENGLISH_OBJECTS = (
    "the words",
    "these words",
    "the words below",
    "the following words",
    "this list of words",
    "the list of words",
)

# A translated phrase is not a list of words: its instructions have other objects.
PHRASE_VERBS = ENGLISH_VERBS["translate"]
PHRASE_OBJECTS = (
    "this phrase",
    "the phrase",
    "the phrase below",
    "this English phrase",
    "the following English text",
    "this text",
)

# How a sentence starts and ends; after an empty start, the verb is capitalized.
ENGLISH_FRAMES = (
    ("", "."),
    ("", ":"),
    ("Please ", "."),
    ("Could you ", "?"),
    ("Can you ", "?"),
    ("Now ", "."),
    ("I want you to ", "."),
    ("Your task is to ", "."),
)

CHINESE_VERBS = {
    "reverse": ("把{}倒过来", "把{}反过来写", "将{}倒序排列", "用相反的顺序写出{}"),
    "sort": ("把{}按字母顺序排列", "将{}按字母排序", "从A到Z排列{}", "用字母顺序写出{}"),
    "first": ("写出{}中的第一个", "只给出{}里的第一个", "选出{}的首个", "只保留{}中最前面的一个"),
    "last": ("写出{}中的最后一个", "只给出{}里的最后一个", "选出{}的末尾一个", "只保留{}中最后面的一个"),
    "count": ("数一数{}有几个", "写出{}的个数", "给出{}的数量", "计算{}有多少个"),
    "upper": ("把{}改成大写", "将{}变为大写字母", "用大写字母写出{}", "给出{}的大写"),
    "join": ("用逗号连接{}", "在{}之间加上逗号", "将{}用逗号隔开", "把{}写成逗号分隔的一行"),
    "translate": ("把{}翻译成法语", "将{}译为法文", "用法语写出{}", "给出{}的法语"),
}

CHINESE_OBJECTS = ("这些词", "下面的词", "以下词语", "列表里的词", "这组词")

CHINESE_FRAMES = (("", "。"), ("", "："), ("请", "。"), ("请你", "。"), ("现在", "。"), ("麻烦你", "。"))
