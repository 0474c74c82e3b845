//! Puts wasm, script, style and policy into the page's template: one file that asks for nothing.
use anyhow::{Result, bail};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use crate::language::Language;

use super::encoding::{Encoded, encode, encode_rest};
use super::page::{Bundle, MODULE, StartPage};

const POLICY: &str = "<!-- xtask:policy -->";
const STYLE: &str = "<!-- xtask:style -->";
const START: &str = "<!-- xtask:start -->";
const WITHOUT: &str = "<!-- xtask:without-scripts -->";
const WASM: &str = "<!-- xtask:wasm -->";
const SCRIPT: &str = "<!-- xtask:script -->";
const DEFERRED: &str = "<!-- xtask:deferred -->";

/// For readers whose scripts are off: the page says so where the buttons would be, and shows none that would do nothing.
const WITHOUT_SCRIPTS: &str = "@media (scripting:none){.options,.awaited,.save,.tools,.views,.skip{display:none}}";

/// The page, how much of it has to come to be painted, and where in it the app starts to run.
#[derive(Debug)]
pub struct Page {
    pub text: String,
    /// Bytes up to the end of the start page.
    pub painted: usize,
    /// Bytes up to the end of the app's script.
    pub running: usize,
}

/// The core, and the module that holds it and comes behind it.
#[derive(Debug)]
pub struct Wasm<'a> {
    pub core: &'a [u8],
    pub deferred: &'a [u8],
}

impl Page {
    /// The first bytes of it.
    pub fn leading(&self, bytes: usize) -> Vec<u8> {
        self.text.as_bytes().iter().take(bytes).copied().collect()
    }
}

/// The template without what makes it readable, in a language: its tag, direction, title and description, and what stands there where scripts are off.
///
/// # Errors
/// When the template has no place for one of them.
pub fn in_language(template: &str, language: &Language, without_scripts: &str) -> Result<String> {
    let words = [
        ("{tag}", &language.tag),
        ("{direction}", &language.direction),
        ("{title}", &language.title),
        ("{description}", &language.description),
    ];
    // As the engines write a document out, so that the page can save a copy of itself.
    let mut text: String = template.lines().map(str::trim).collect();
    for (placeholder, word) in words.into_iter().chain([(WITHOUT, &without_scripts.trim_end().to_owned())]) {
        if !text.contains(placeholder) {
            bail!("the template has no {placeholder}");
        }
        text = text.replace(placeholder, word);
    }
    Ok(text)
}

/// Fills the template's placeholders, which have to stand in this order: policy, style, start, wasm, script, deferred.
///
/// # Errors
/// When a placeholder is missing, repeated or out of order, or when the template has scripts or styles of its own, which the policy would refuse.
pub fn assemble(
    template: &str,
    early: &Bundle,
    start: &StartPage,
    wasm: &Wasm<'_>,
    app: &Bundle,
    deferred: &[Bundle],
) -> Result<Page> {
    for tag in ["<script", "<style", " style="] {
        if template.to_ascii_lowercase().contains(tag) {
            bail!("www/index.html holds `{}`: what is not bundled, the page's policy refuses", tag.trim());
        }
    }
    let early = inline_script(&early.script);
    let script = inline_script(&app.script);
    let deferred: Vec<(&str, String)> =
        deferred.iter().map(|bundle| (bundle.name.as_str(), inline_script(&bundle.script))).collect();
    let scripts = [&early, &script].into_iter().chain(deferred.iter().map(|(_, text)| text)).map(|text| source(text));
    let start_style = format!("{}{WITHOUT_SCRIPTS}", start.style);
    let styles = [&app.style, &start_style].map(|text| source(text));
    let policy = policy(&scripts.collect::<Vec<_>>().join(" "), &styles.join(" "));

    let mut text = String::new();
    let rest = fill(
        &mut text,
        template,
        POLICY,
        &format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">"),
    )?;
    let head = format!("<style>{}</style><script>{early}</script>", app.style);
    let rest = fill(&mut text, rest, STYLE, &head)?;
    let start = format!("<template shadowrootmode=\"open\"><style>{start_style}</style>{}</template>", start.markup);
    let rest = fill(&mut text, rest, START, &start)?;
    let painted = text.len();
    let rest = fill(&mut text, rest, WASM, &inline_wasm("wasm", &encode(wasm.core)?))?;
    let rest = fill(&mut text, rest, SCRIPT, &format!("<script>{script}</script>"))?;
    let running = text.len();
    let mut parts = String::new();
    for (name, script) in deferred {
        // Its bytes stand before it: when it runs, they have arrived.
        if name == MODULE {
            parts.push_str(&inline_wasm("deferred-wasm", &encode_rest(wasm.deferred, wasm.core)?));
        }
        parts.push_str(&format!("<script id=\"deferred-{name}\">{script}</script>"));
    }
    let rest = fill(&mut text, rest, DEFERRED, &parts)?;
    text.push_str(rest);
    if let Some(again) =
        [POLICY, STYLE, START, WASM, SCRIPT, DEFERRED].into_iter().find(|placeholder| rest.contains(placeholder))
    {
        bail!("www/index.html has {again} twice or out of order");
    }
    Ok(Page { text, painted, running })
}

/// What the review desk's policy has behind that of the page: the name by which it makes its worker, and the worker.
pub const DESK_POLICY: &str = " iso27001-desk; worker-src blob:";

/// The review desk: the same policy, which lets in one worker besides, whose script stands in the page as the engine.
///
/// # Errors
/// When a placeholder is missing or out of order.
pub fn assemble_desk(template: &str, wasm: &[u8], engine: &Bundle, app: &Bundle) -> Result<String> {
    let [engine, script] = [engine, app].map(|bundle| inline_script(&bundle.script));
    let policy = policy(&[&engine, &script].map(|text| source(text)).join(" "), &source(&app.style));
    // A worker inherits all of it: what the page may not do, it may not do either.
    let policy = format!("{policy}{DESK_POLICY}");
    let mut text = String::new();
    let policy = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">");
    let rest = fill(&mut text, template, POLICY, &policy)?;
    let rest = fill(&mut text, rest, STYLE, &format!("<style>{}</style>", app.style))?;
    let rest = fill(&mut text, rest, WASM, &inline_wasm("wasm", &encode(wasm)?))?;
    let scripts = format!("<script id=\"engine\">{engine}</script><script>{script}</script>");
    let rest = fill(&mut text, rest, SCRIPT, &scripts)?;
    text.push_str(rest);
    Ok(text)
}

/// A module as text, in an element that no engine runs.
fn inline_wasm(id: &str, Encoded { text, code }: &Encoded) -> String {
    format!("<script type=\"text/plain\" id=\"{id}\" data-code=\"{code}\">{text}</script>")
}

/// The page's own policy: nothing comes from anywhere, and nothing can be sent.
fn policy(scripts: &str, styles: &str) -> String {
    format!(
        "default-src 'none'; script-src {scripts} 'wasm-unsafe-eval'; style-src {styles}; img-src data: blob:; \
         base-uri 'none'; form-action 'none'; \
         require-trusted-types-for 'script'; trusted-types lit-html"
    )
}

fn source(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)))
}

/// Appends the template up to the placeholder and then its content; returns what follows.
fn fill<'t>(text: &mut String, template: &'t str, placeholder: &str, content: &str) -> Result<&'t str> {
    let Some((before, after)) = template.split_once(placeholder) else {
        bail!("the template has no {placeholder}, or has it out of order");
    };
    text.push_str(before);
    text.push_str(content);
    Ok(after)
}

/// What would end the script element early, or hide its end, becomes an escape that means the same in every literal;
/// outside a literal neither is written by a minifier.
fn inline_script(script: &str) -> String {
    let mut out = String::with_capacity(script.len());
    let mut rest = script;
    while let Some((before, after)) = rest.split_once('<') {
        out.push_str(before);
        let dangerous = ["/script", "!--"]
            .iter()
            .any(|word| after.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word)));
        out.push_str(if dangerous { "\\x3C" } else { "<" });
        rest = after;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEMPLATE: &str = "<!doctype html><head><!-- xtask:policy --><!-- xtask:style --></head><body><main>\
        <!-- xtask:start --></main><!-- xtask:wasm --><!-- xtask:script --><!-- xtask:deferred --></body>";

    const WASM_BYTES: Wasm<'_> = Wasm { core: b"\0asm\x01\0\0\0", deferred: b"\0asm\x01\0\0\0" };

    fn bundle(name: &str, script: &str) -> Bundle {
        Bundle { name: name.to_owned(), script: script.to_owned(), style: "p{}".to_owned() }
    }

    fn assembled(template: &str, deferred: &[Bundle]) -> Result<Page> {
        let start = StartPage { style: "h1{}".to_owned(), markup: "<h1>Ready?</h1>".to_owned() };
        assemble(template, &bundle("early", "hide()"), &start, &WASM_BYTES, &bundle("main", "go()"), deferred)
    }

    #[test]
    fn the_policy_names_every_script_and_style_by_its_hash_and_nothing_else() {
        let page = assembled(TEMPLATE, &[bundle("xlsx", "later()")]).expect("a page");
        for part in ["hide()", "go()", "later()", "p{}", &format!("h1{{}}{WITHOUT_SCRIPTS}")] {
            assert!(page.text.contains(&source(part)), "{part}");
        }
        assert!(!page.text.contains("connect-src") && !page.text.contains("unsafe-inline"));
        assert!(page.text.contains("<script id=\"deferred-xlsx\">later()</script></body>"));
    }

    #[test]
    fn the_start_page_comes_before_the_app_and_the_app_before_the_deferred_parts() {
        let page = assembled(TEMPLATE, &[bundle("xlsx", "later()")]).expect("a page");
        let (before, after) = page.text.split_at(page.running);
        assert!(before.ends_with("<script>go()</script>") && before.contains("id=\"wasm\""));
        assert!(after.contains("later()"));
        let (painted, behind) = page.text.split_at(page.painted);
        assert!(painted.ends_with("<h1>Ready?</h1></template>") && painted.contains("<script>hide()</script></head>"));
        assert!(behind.contains("id=\"wasm\""));
    }

    #[test]
    fn the_desk_lets_in_a_worker_and_nothing_else_besides() {
        let template = "<head><!-- xtask:policy --><!-- xtask:style --></head><!-- xtask:wasm --><!-- xtask:script -->";
        let [engine, app] = [bundle("engine", "work()"), bundle("main", "go()")];
        let desk = assemble_desk(template, WASM_BYTES.core, &engine, &app).expect("a page");
        assert!(desk.contains("trusted-types lit-html iso27001-desk; worker-src blob:\""));
        assert!(desk.contains("<script id=\"engine\">work()</script><script>go()</script>"));
        for part in ["work()", "go()", "p{}"] {
            assert!(desk.contains(&source(part)), "{part}");
        }
        let page = assembled(TEMPLATE, &[]).expect("a page");
        assert!(!page.text.contains("worker-src") && !desk.contains("connect-src"));
        assert!(assemble_desk("<head></head>", WASM_BYTES.core, &engine, &app).is_err());
    }

    #[test]
    fn a_template_speaks_the_language_of_the_build() {
        let (tag, direction) = ("ar".to_owned(), "rtl".to_owned());
        let language = Language { tag, direction, title: "T".to_owned(), description: "D".to_owned() };
        let template = format!("<html lang=\"{{tag}}\" dir=\"{{direction}}\">{{title}}|{{description}}|{WITHOUT}");
        let spoken = in_language(&template, &language, "<p>W</p>\n").expect("all placeholders");
        assert_eq!(spoken, "<html lang=\"ar\" dir=\"rtl\">T|D|<p>W</p>");
        assert!(in_language(&template.replace("{title}", ""), &language, "").is_err());
    }

    #[test]
    fn the_second_module_stands_right_before_the_script_that_starts_it() {
        let page = assembled(TEMPLATE, &[bundle("a", "a()"), bundle(MODULE, "m()")]).expect("a page");
        let (before, after) =
            page.text.split_once("<script type=\"text/plain\" id=\"deferred-wasm\"").expect("a module");
        assert!(before.ends_with("<script id=\"deferred-a\">a()</script>"));
        assert!(after.contains("</script><script id=\"deferred-module\">m()</script></body>"));
    }

    #[test]
    fn the_module_says_where_its_code_ends() {
        let page = assembled(TEMPLATE, &[]).expect("a page");
        assert!(page.text.contains("<script type=\"text/plain\" id=\"wasm\" data-code=\"8\">"));
    }

    #[test]
    fn a_script_cannot_end_its_element_early() {
        assert_eq!(inline_script("a('</Script>','<!--<script')<b"), "a('\\x3C/Script>','\\x3C!--<script')<b");
        assert_eq!(inline_script("1<2"), "1<2");
        assert_eq!(inline_script("'<é'"), "'<é'");
    }

    #[test]
    fn a_template_with_its_own_script_or_without_a_placeholder_is_refused_by_name() {
        let message = |template: &str| assembled(template, &[]).expect_err("refused").to_string();
        assert!(message(&TEMPLATE.replace("<main>", "<SCRIPT>x</SCRIPT>")).contains("<script"));
        assert!(message(&TEMPLATE.replace(START, "")).contains(START));
        assert!(message(&TEMPLATE.replace(WASM, "")).contains(WASM));
        assert!(message(&format!("{TEMPLATE}{STYLE}")).contains("twice"));
    }
}
