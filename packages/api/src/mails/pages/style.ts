import { textOn } from '../templates/contrast.ts';

/** The one style of every page. @param color of the hub, `#rrggbb` */
export const styleOf = (color: string): string => `
:root{color-scheme:light dark;--accent:${color};--on-accent:${textOn(color)};--ground:#f1f5f4;--card:#fff;--ink:#14211f;--soft:#4d5f5c;--line:#7b8d8a;--faint:#d5dedc;--bad:#b3261e;--note:#b7791f}
@media (prefers-color-scheme:dark){:root{--ground:#0f1716;--card:#182321;--ink:#e8efee;--soft:#a9bab7;--line:#71857f;--faint:#34433f;--bad:#ff9a90;--note:#e0a84a}}
*{box-sizing:border-box}
body{margin:0;padding:24px 12px;background:var(--ground);color:var(--ink);font:16px/1.5 -apple-system,"Segoe UI",Roboto,"Noto Sans","Helvetica Neue",Arial,sans-serif;overflow-wrap:break-word}
.card{max-width:560px;margin:0 auto;padding:24px 20px 28px;background:var(--card);border-top:4px solid var(--accent);border-radius:4px}
.wide{max-width:760px}
@media (min-width:480px){.card{padding:28px 32px 32px}}
.hub{margin:0 0 20px;font-weight:700}
.logo{display:block;height:40px;max-width:100%;object-fit:contain;object-position:left}
@media (prefers-color-scheme:dark){.logo{padding:6px;background:#fff;border-radius:4px}}
h1{margin:0 0 12px;font-size:24px;line-height:1.3}
p{margin:0 0 16px}
.soft,.hint{color:var(--soft);font-size:14px}
.hint{margin:4px 0 0}
form+.hint{margin-top:16px}
blockquote{margin:-8px 0 16px;padding-left:12px;border-left:3px solid var(--faint);white-space:pre-line}
a{color:inherit;text-underline-offset:3px}
.more{margin:24px 0 0;padding-top:12px;border-top:1px solid var(--faint)}
.more a{display:inline-block;padding:10px 0;margin-right:20px}
button{display:block;width:100%;min-height:44px;margin:12px 0 0;padding:10px 20px;font:inherit;font-weight:600;line-height:1.3;color:var(--ink);background:transparent;border:1px solid var(--line);border-radius:6px;cursor:pointer;overflow-wrap:anywhere}
button.main{color:var(--on-accent);background:var(--accent);border-color:var(--accent)}
@media (prefers-color-scheme:dark){button.main{border-color:var(--line)}}
@media (min-width:480px){button.main{width:auto;min-width:200px}button.wide{width:100%}}
.field{margin:0 0 20px}
label,legend{font-weight:600}
.field label{display:block;margin:0 0 4px}
input,select,textarea{font:inherit;color:var(--ink);background:var(--card);border:1px solid var(--line);border-radius:6px}
select,textarea,.field input{display:block;width:100%;min-height:44px;padding:8px 12px}
select{text-overflow:ellipsis}
textarea{min-height:120px;resize:vertical}
.short{max-width:160px}
fieldset{margin:0 0 20px;padding:0;border:0}
legend{padding:0;margin:0 0 4px}
.check{display:flex;gap:12px;align-items:center;min-height:44px;padding:6px 0;font-weight:400;line-height:1.35}
.check input{flex:none;width:22px;height:22px;margin:0;accent-color:var(--accent)}
:focus-visible{outline:3px solid var(--ink);outline-offset:2px}
[aria-invalid=true]{border:2px solid var(--bad)}
.error{margin:4px 0 0;color:var(--bad);font-weight:600}
.notice{padding:4px 0 4px 12px;border-left:3px solid var(--note);font-weight:600}
`;
