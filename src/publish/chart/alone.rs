//! A drawing as a file of its own, without the theme's stylesheet.

/// The colours of the theme's light paper, and of its dark one.
///
/// `color-scheme` lets a browser that opens the file put dark paper under the light ink.
const STYLE: &str = "<style>\
svg{color-scheme:light dark}\
.c-label{fill:#211D19;font-family:system-ui,'PingFang SC','Noto Sans CJK SC',sans-serif}\
.c-axis,.c-line{stroke:#857D70}\
.c-grid{stroke:#857D70;stroke-opacity:.35}\
.c-result{stroke:#2F6A9F}\
.c-target{fill:#C8372D}\
.c-striving,.c-bound{stroke:#C8372D}\
@media (prefers-color-scheme:dark){\
.c-label{fill:#E8E2D6}\
.c-axis,.c-grid,.c-line{stroke:#8A8174}\
.c-result{stroke:#6FA3D4}\
.c-target{fill:#E86A57}\
.c-striving,.c-bound{stroke:#E86A57}\
}</style>";

/// The same drawing as an SVG file: with a declaration, its size in pixels and its colours.
///
/// What is not a drawing of this module comes back as it is.
pub(crate) fn standalone(svg: &str) -> String {
    let Some((attributes, rest)) = svg.strip_prefix("<svg ").and_then(|svg| svg.split_once('>'))
    else {
        return svg.to_owned();
    };
    let size = attributes
        .split_once(r#"viewBox="0 0 "#)
        .and_then(|(_, rest)| rest.split_once('"'))
        .and_then(|(size, _)| size.split_once(' '))
        .map(|(width, height)| format!(r#" width="{width}" height="{height}""#))
        .unwrap_or_default();
    // A file has no words beside it that would say the same.
    let attributes = attributes.replace(r#" aria-hidden="true""#, "");
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <svg xmlns=\"http://www.w3.org/2000/svg\"{size} {attributes}>{STYLE}{rest}\n"
    )
}
