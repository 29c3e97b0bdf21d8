/** Colours in light and dark. Blue and orange for rise and fall, grey for levels. */
export const PALETTE = `
:root {
  color-scheme: light dark;
  --paper: #fffefb; --ink: #1c2126; --quiet: #5a636c; --rule: #dcdcd6; --link: #0b5a8f;
  --shade: #1c21262e;
  --rise: #1f6fa8; --fall: #cf5f17; --level: #6d7680;
  --series-1: #1f6fa8; --series-2: #cf5f17; --series-3: #3d8f7c;
  --series-4: #8a5a9e; --series-5: #b8960c; --series-6: #6d7680;
  --series-7: #0b2f5e; --series-8: #7a2a0c; --series-9: #5d8a1e;
  --series-10: #c2185b; --series-11: #19a7c0; --series-12: #2b2b2b;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14181c; --ink: #e6e4de; --quiet: #a2abb3; --rule: #343b42; --link: #8cc4ee;
    --shade: #e6e4de3d;
    --rise: #5ba7dd; --fall: #e98842; --level: #8d98a3;
    --series-1: #5ba7dd; --series-2: #e98842; --series-3: #62bda6;
    --series-4: #bd92d0; --series-5: #d8bb46; --series-6: #8d98a3;
    --series-7: #3f6fd0; --series-8: #ffc4a3; --series-9: #9ccf3f;
    --series-10: #f0609a; --series-11: #8fe3f0; --series-12: #f2f2f2;
  }
}
@media print {
  :root {
    color-scheme: light;
    --paper: #fff; --ink: #000; --quiet: #444; --rule: #bbb; --link: #000;
    --rise: #1f6fa8; --fall: #cf5f17; --level: #6d7680;
    --series-1: #1f6fa8; --series-2: #cf5f17; --series-3: #3d8f7c;
    --series-4: #8a5a9e; --series-5: #b8960c; --series-6: #6d7680;
    --series-7: #0b2f5e; --series-8: #7a2a0c; --series-9: #5d8a1e;
    --series-10: #c2185b; --series-11: #19a7c0; --series-12: #2b2b2b;
  }
}
`.trim();
