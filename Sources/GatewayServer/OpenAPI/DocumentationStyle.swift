/// How the page looks.
enum DocumentationStyle {
  static let css = """
    :root { color-scheme: light dark; --back: #fff; --text: #1c1e21; --soft: #5b626b; --line: #d9dde2; --fill: #f4f5f7;
      --link: #0b57b0; }
    @media (prefers-color-scheme: dark) {
      :root { --back: #16181b; --text: #e4e6ea; --soft: #9aa2ad; --line: #34383e; --fill: #202327; --link: #82b4f5; }
    }
    * { box-sizing: border-box; }
    body { margin: 0 auto; max-width: 80rem; padding: 1rem; background: var(--back); color: var(--text);
      font: 16px/1.5 system-ui, sans-serif; }
    a { color: var(--link); }
    h1 { font-size: 1.6rem; }
    h2 { font-size: 1.25rem; border-bottom: 1px solid var(--line); padding-bottom: .25rem; margin-top: 2.5rem; }
    h3 { font-size: 1rem; margin: 0 0 .5rem; overflow-wrap: anywhere; }
    h4 { font-size: .875rem; margin: 1rem 0 .25rem; color: var(--soft); }
    p { margin: .25rem 0 .5rem; max-width: 46rem; }
    code { font: .875em ui-monospace, monospace; background: var(--fill); padding: .1em .3em; border-radius: 3px;
      overflow-wrap: anywhere; }
    article { border: 1px solid var(--line); border-radius: 6px; padding: 1rem; margin: 1rem 0; }
    article:target { border-color: var(--link); }
    .verb { display: inline-block; min-width: 4.5em; font-weight: 700; }
    .table { overflow-x: auto; }
    table { border-collapse: collapse; width: 100%; font-size: .9rem; }
    th, td { text-align: left; vertical-align: top; padding: .3rem .75rem .3rem 0; border-top: 1px solid var(--line); }
    th { color: var(--soft); font-weight: 600; border-top: 0; }
    nav ul { list-style: none; padding: 0; margin: 0; }
    nav li { overflow-wrap: anywhere; font-size: .875rem; }
    nav h2 { font-size: .875rem; margin: 1rem 0 .25rem; border: 0; color: var(--soft); }
    @media (min-width: 60rem) {
      body { display: grid; grid-template-columns: 19rem minmax(0, 1fr); column-gap: 2.5rem; }
      header { grid-column: 1 / -1; }
      nav { position: sticky; top: 0; max-height: 100vh; overflow-y: auto; padding-bottom: 1rem; align-self: start; }
    }
    """
}
