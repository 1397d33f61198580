/** Words that would be run by a page that took them for anything but text. */
export const HOSTILE_WORDS: readonly string[] = [
  "<script>globalThis.hacked=1</script>",
  '<img src=x onerror="globalThis.hacked=1">',
  '"><svg onload=globalThis.hacked=1>',
  "</title></style></script><script>globalThis.hacked=1</script>",
  "</text></svg><iframe srcdoc='<script>parent.hacked=1</script>'></iframe>",
  "javascript:globalThis.hacked=1",
  "[click](javascript:globalThis.hacked=1)",
  "![](https://elsewhere.example/pixel.png)",
  "<a href='javascript:globalThis.hacked=1'>x</a>",
  "[x](data:text/html;base64,PHNjcmlwdD4x)",
  "{{constructor.constructor('globalThis.hacked=1')()}}",
  "--><!--<script>globalThis.hacked=1</script>",
  '";}body{background:url(https://elsewhere.example/x)}@import "https://elsewhere.example/y";/*',
  "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=x onerror=globalThis.hacked=1&gt;'>",
  "\u202Etxt.exe <b onmouseover=globalThis.hacked=1>",
  '=HYPERLINK("https://elsewhere.example","x")',
];
