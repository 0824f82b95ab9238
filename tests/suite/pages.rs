//! Snapshots of pages: the text of a site that uses every kind of block.

use crate::scratch::{COVER_EN, COVER_ZH, Scratch};

const FEATURES_ZH: &str = "\
---
description: 各种段块
period: 2017
status: actual
---

# 一、各种段块

开头一段，深化**“标准地”**改革，增长 6.5%，
换行不留空格。见[](@s1.2-p1)、[第二部分](2-b.zh.md#s2-p1)、[别处](https://example.org/?a=1&b=2)和脚注[^注]。

## （一）列表与表格 {#lists}

- 第一项
- 第二项，含`代码`

3. 从三起

   又一段
4. 四

| 指标 | 数值 |
|:-----|-----:|
| 生产总值 | 3870亿元 |

## （二）引文与代码

> 引用一段。

> [!NOTE]
> 提示一段。

```python
print(\"<你好>\")
```

三条廊道
: 综合交通、金义科创、浙中生态

原件到此<!-- page -->换页。

<!-- page -->

![图](map.svg)*重点*与~~删去~~。

[^注]: 脚注的内容。
";

const FEATURES_EN: &str = "\
---
description: All kinds of blocks
---

# I. All Kinds of Blocks

An opening paragraph on the “land by standards” reform, up 6.5 percent. See [](@s1.2-p1), [part two](2-b.en.md#s2-p1), [elsewhere](https://example.org/?a=1&b=2), and a note[^注].

## 1. Lists and tables

- First item
- Second item with `code`

3. From three

   Another paragraph
4. Four

| Indicator | Value |
|:----------|------:|
| GDP | RMB 387 billion |

## 2. Quotations and code

> A quotation.

> [!NOTE]
> A note.

```python
print(\"<hello>\")
```

three corridors (三条廊道)
: transportation, science, ecology

A page of the original ends here.

![A map](map.svg) *stress* and ~~struck out~~.

[^注]: What the note says.
";

fn site() -> Scratch {
    let scratch = Scratch::report(&[
        ("content/r/_index.zh.md", COVER_ZH),
        ("content/r/_index.en.md", COVER_EN),
        ("content/r/1-a.zh.md", FEATURES_ZH),
        ("content/r/1-a.en.md", FEATURES_EN),
        ("content/r/2-b.zh.md", "---\n---\n\n# 二、计划\n\n一段。\n"),
        ("content/r/2-b.en.md", "---\n---\n\n# II. Plan\n\nOne.\n"),
        ("content/r/map.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
        ("content/extra.zh.md", "---\n---\n\n# 另一页\n\n回到[报告](r/_index.zh.md)。\n"),
        (
            "content/extra.en.md",
            "---\n---\n\n# Another page\n\nBack to [the report](@/r/_index.md).\n",
        ),
    ]);
    let check = scratch.run(&["check", "--strict"]);
    assert_eq!(check.code, 0, "{}", check.shown());
    assert_eq!(scratch.run(&["build", "-q"]).code, 0);
    scratch
}

/// The main part of a page, a tag a line where blocks begin, so that a change is easy to see.
fn main_part(page: &str) -> String {
    let start = page.find("<main").unwrap();
    let end = page.find("</main>").unwrap();
    page[start..end]
        .lines()
        .map(str::trim_end)
        .filter(|line| !line.is_empty())
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn a_part_in_all_forms() {
    let site = site();
    for form in ["zh", "zh-en", "en"] {
        let page = site.read(&format!("public/{form}/r/1-a.html"));
        insta::assert_snapshot!(format!("part_{form}"), main_part(&page));
    }
}

#[test]
fn cover_whole_report_home_and_plain_page() {
    let site = site();
    for (name, path) in [
        ("cover", "zh-en/r/index.html"),
        ("whole", "zh-en/r/all.html"),
        ("home", "zh/index.html"),
        ("about", "en/about.html"),
        ("plain", "en/extra.html"),
        ("door", "index.html"),
    ] {
        insta::assert_snapshot!(name, main_part(&site.read(&format!("public/{path}"))));
    }
}

#[test]
fn the_head_of_a_page_names_it_in_every_language() {
    let site = site();
    let page = site.read("public/zh-en/r/1-a.html");
    let head = &page[page.find("<head>").unwrap()..page.find("</head>").unwrap()];
    // The hashes in the names of the assets change with every touch of the theme.
    let head: Vec<String> = head
        .lines()
        .filter(|line| {
            !line.contains("assets/site.")
                && !line.contains("<style>")
                && !line.contains("localStorage")
        })
        .map(str::to_owned)
        .collect();
    insta::assert_snapshot!(head.join("\n"));
}
