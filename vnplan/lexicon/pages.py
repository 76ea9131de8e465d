"""Web pages: what parts of a page that is no document are called, in English and Vietnamese."""

# Elements of which nothing is shown, or not as text
SILENT = """
    head script style noscript template iframe object embed applet svg math canvas audio video
    select datalist button map
    """
# what HTML has for a site's parts, and the roles that say the same
PARTS_OF_SITE = "nav aside footer header search dialog menu"
ROLES = "navigation banner contentinfo complementary search menu menubar dialog"
# the title of what LibreOffice saves of the head and foot of its pages
OFFICE_FURNITURE = ("header", "footer")
# Elements inside a line
INLINE = """
    a abbr acronym b bdi bdo big cite code del dfn em font i img input ins kbd label mark o:p q s
    samp small span st1:place strike strong sub sup time tt u var wbr
    """

# words in the class or id of an element -> it is furniture of the page
FURNITURE = (
    "nav",
    "navbar",
    "navigation",
    "menu",
    "topmenu",
    "mainmenu",
    "submenu",
    "breadcrumb",
    "breadcrumbs",
    "sidebar",
    "aside",
    "footer",
    "header",
    "banner",
    "masthead",
    "share",
    "sharing",
    "social",
    "addthis",
    "comment",
    "comments",
    "related",
    "widget",
    "search",
    "login",
    "copyright",
    "pagination",
    "paging",
    "tags",
    "toolbar",
    "advert",
    "ads",
    "banners",
    "cookie",
    "popup",
    "modal",
    "hotline",
    "weather",
    "counter",
    "rating",
    "print",
    "quangcao",  # quảng cáo
    "lienquan",  # tin liên quan
    "tinkhac",  # các tin khác
    "tinmoi",  # tin mới
    "binhluan",  # bình luận
    "thongke",  # thống kê truy cập
    "lienket",  # liên kết website
    "danhmuc",  # danh mục
    "chiase",  # chia sẻ
    "timkiem",  # tìm kiếm
    "dangnhap",  # đăng nhập
    "chantrang",  # chân trang
    "dautrang",  # đầu trang
)
