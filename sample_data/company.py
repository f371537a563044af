"""The company itself: a car-glass repairer with ten service centres in three regions."""

from dataclasses import dataclass
from typing import Final

import polars as pl

from sample_data.span import FIRST_DAY, ZONE

COMPANY: Final = ("HQ", "明镜汽车玻璃", "Mingjing AutoGlass")
REGIONS: Final = (("EAST", "东区", "East"), ("SOUTH", "南区", "South"), ("NORTH", "北区", "North"))
DEPARTMENTS: Final = (
    ("HOTLINE", "客户热线中心", "Customer hotline"),
    ("SUPERVISION", "监督部", "Supervision department"),
)


@dataclass(frozen=True)
class Centre:
    """A service centre: its share of all cases, and how it differs from the average one.

    `resolution` shifts the chance of settling at first contact, `kindness` the mean grade, `pace` multiplies waits.
    """

    code: str
    zh: str
    en: str
    region: str
    share: float
    resolution: float
    kindness: float
    pace: float


# "NA" is an id that sloppy readers take for a missing value.
CENTRES: Final = (
    Centre("MH", "上海闵行中心", "Shanghai Minhang", "EAST", 0.17, 0.02, 0.05, 0.90),
    Centre("YH", "杭州余杭中心", "Hangzhou Yuhang", "EAST", 0.13, 0.01, 0.20, 0.95),
    Centre("JN", "南京江宁中心", "Nanjing Jiangning", "EAST", 0.10, -0.01, 0.00, 1.00),
    Centre("TH", "广州天河中心", "Guangzhou Tianhe", "SOUTH", 0.15, 0.00, 0.05, 1.00),
    Centre("NS", "深圳南山中心", "Shenzhen Nanshan", "SOUTH", 0.13, -0.04, -0.20, 1.15),
    Centre("NA", "重庆南岸中心", "Chongqing Nan'an", "SOUTH", 0.07, -0.02, -0.05, 1.05),
    Centre("SD", "佛山顺德中心", "Foshan Shunde", "SOUTH", 0.02, 0.03, 0.25, 0.85),
    Centre("CY", "北京朝阳中心", "Beijing Chaoyang", "NORTH", 0.13, -0.01, -0.10, 1.10),
    Centre("XQ", "天津西青中心", "Tianjin Xiqing", "NORTH", 0.06, 0.02, 0.10, 0.95),
    Centre("LS", "青岛崂山中心", "Qingdao Laoshan", "NORTH", 0.04, 0.03, 0.15, 0.90),
)
CODES: Final = tuple(centre.code for centre in CENTRES)


def org_units() -> pl.DataFrame:
    """Return the company, its regions, departments and centres as rows of the contract."""
    company, company_zh, company_en = COMPANY
    rows: list[tuple[str | None, ...]] = [(company, company_zh, company_en, None, "company")]
    rows += [(*region, company, "region") for region in REGIONS]
    rows += [(*department, company, "department") for department in DEPARTMENTS]
    rows += [(centre.code, centre.zh, centre.en, centre.region, "centre") for centre in CENTRES]
    since = FIRST_DAY.replace(year=2019, month=1)
    dated = [(*row, ZONE, since, None) for row in rows]
    columns = ["org_unit_id", "name", "name_en", "parent_id", "kind", "timezone", "valid_from", "valid_to"]
    return pl.DataFrame(dated, schema=columns, orient="row", infer_schema_length=None)
