// Made by packages/api/dev/mail-parts.ts from mail.mjml. Not to be changed by hand.
export const PARTS = {
  start: `<!doctype html>
<html lang="{{lang}}" dir="ltr" xmlns="http://www.w3.org/1999/xhtml" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">
<head>
<title>{{subject}}</title>
<!--[if !mso]><!-->
<meta http-equiv="X-UA-Compatible" content="IE=edge">
<!--<![endif]-->
<meta http-equiv="Content-Type" content="text/html; charset=UTF-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<style type="text/css">
#outlook a { padding:0; }
body { margin:0;padding:0;-webkit-text-size-adjust:100%;-ms-text-size-adjust:100%; }
table, td { border-collapse:collapse;mso-table-lspace:0pt;mso-table-rspace:0pt; }
img { border:0;height:auto;line-height:100%; outline:none;text-decoration:none;-ms-interpolation-mode:bicubic; }
p { display:block;margin:13px 0; }
</style>
<!--[if mso]>
<noscript>
<xml>
<o:OfficeDocumentSettings>
<o:AllowPNG/>
<o:PixelsPerInch>96</o:PixelsPerInch>
</o:OfficeDocumentSettings>
</xml>
</noscript>
<![endif]-->
<!--[if lte mso 11]>
<style type="text/css">
.mj-outlook-group-fix { width:100% !important; }
</style>
<![endif]-->
<style type="text/css">
@media only screen and (min-width:480px) {
.mj-column-per-100 { width:100% !important; max-width: 100%; }
}
</style>
<style media="screen and (min-width:480px)">
.moz-text-html .mj-column-per-100 { width:100% !important; max-width: 100%; }
</style>
<style type="text/css">
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
body, .page > div { background-color: #0f1716 !important; }
.card, .card > table { background-color: #182321 !important; background: #182321 !important; }
.ink div, .ink h1, .ink h2, .ink a { color: #e8efee !important; }
.ink .soft, .foot div, .foot p, .foot a { color: #a9bab7 !important; }
.line p { border-top-color: #34433f !important; }
.ink .note { border-left-color: #e0a84a !important; }
.ink .said { border-left-color: #51635f !important; }
.logo { background-color: #ffffff !important; padding: 6px !important; border-radius: 4px !important; }
.ink .main { color: {{onColor}} !important; }
}
</style>
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no">
</head>
<body class="page" style="word-spacing:normal;background-color:#f1f5f4;">
<div style="display:none;font-size:1px;color:#ffffff;line-height:1px;max-height:0px;max-width:0px;opacity:0;overflow:hidden;">{{preheader}}</div>
<div aria-label="{{subject}}" aria-roledescription="email" role="article" lang="{{lang}}" dir="ltr" style="word-spacing:normal;background-color:#f1f5f4;">
<!--[if mso | IE]><table align="center" border="0" cellpadding="0" cellspacing="0" role="presentation" style="width:600px;" width="600" ><tr><td style="line-height:0px;font-size:0px;mso-line-height-rule:exactly;"><![endif]-->
<div style="margin:0px auto;max-width:600px;">
<table align="center" border="0" cellpadding="0" cellspacing="0" role="presentation" style="width:100%;">
<tbody>
<tr>
<td style="direction:ltr;font-size:0px;padding:10px 0;text-align:center;">
<!--[if mso | IE]><table role="presentation" border="0" cellpadding="0" cellspacing="0"><tr><td style="vertical-align:top;width:600px;" ><![endif]-->
<div class="mj-column-per-100 mj-outlook-group-fix" style="font-size:0px;text-align:left;direction:ltr;display:inline-block;vertical-align:top;width:100%;">
<table border="0" cellpadding="0" cellspacing="0" role="presentation" style="vertical-align:top;" width="100%">
<tbody>
</tbody>
</table>
</div>
<!--[if mso | IE]></td></tr></table><![endif]-->
</td>
</tr>
</tbody>
</table>
</div>
<!--[if mso | IE]></td></tr></table><table align="center" border="0" cellpadding="0" cellspacing="0" class="card-outlook" role="presentation" style="width:600px;" width="600" bgcolor="#ffffff" ><tr><td style="line-height:0px;font-size:0px;mso-line-height-rule:exactly;"><![endif]-->
<div class="card" style="background:#ffffff;background-color:#ffffff;margin:0px auto;max-width:600px;">
<table align="center" border="0" cellpadding="0" cellspacing="0" role="presentation" style="background:#ffffff;background-color:#ffffff;width:100%;">
<tbody>
<tr>
<td style="border-top:4px solid {{color}};direction:ltr;font-size:0px;padding:24px 0 12px;text-align:center;">
<!--[if mso | IE]><table role="presentation" border="0" cellpadding="0" cellspacing="0"><tr><td style="vertical-align:top;width:600px;" ><![endif]-->
<div class="mj-column-per-100 mj-outlook-group-fix" style="font-size:0px;text-align:left;direction:ltr;display:inline-block;vertical-align:top;width:100%;">
<table border="0" cellpadding="0" cellspacing="0" role="presentation" style="vertical-align:top;" width="100%">
<tbody>`,
  logo: `<tr>
<td align="left" class="ink" style="font-size:0px;padding:0 28px 20px;word-break:break-word;">
<div style="font-family:-apple-system,'Segoe UI',Roboto,'Noto Sans','Helvetica Neue',Arial,sans-serif;font-size:16px;font-weight:700;line-height:1.5;text-align:left;color:#14211f;"><img src="{{logoUrl}}" alt="{{hub}}" class="logo" height="40" style="display:block;height:40px;width:auto;max-width:100%;border:0"></div>
</td>
</tr>`,
  hub: `<tr>
<td align="left" class="ink" style="font-size:0px;padding:0 28px 20px;word-break:break-word;">
<div style="font-family:-apple-system,'Segoe UI',Roboto,'Noto Sans','Helvetica Neue',Arial,sans-serif;font-size:16px;font-weight:700;line-height:1.5;text-align:left;color:#14211f;">{{hub}}</div>
</td>
</tr>`,
  title: `<tr>
<td align="left" class="ink" style="font-size:0px;padding:0 28px 12px;word-break:break-word;">
<div style="font-family:-apple-system,'Segoe UI',Roboto,'Noto Sans','Helvetica Neue',Arial,sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#14211f;"><h1 class="title" style="margin:0;font-size:24px;line-height:1.3;font-weight:700;">{{text}}</h1></div>
</td>
</tr>`,
  text: `<tr>
<td align="left" class="ink" style="font-size:0px;padding:0 28px 16px;word-break:break-word;">
<div style="font-family:-apple-system,'Segoe UI',Roboto,'Noto Sans','Helvetica Neue',Arial,sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#14211f;">{{text}}</div>
</td>
</tr>`,
  hint: `<tr>
<td align="left" class="ink" style="font-size:0px;padding:6px 28px 12px;word-break:break-word;">
<div style="font-family:-apple-system,'Segoe UI',Roboto,'Noto Sans','Helvetica Neue',Arial,sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#14211f;"><div class="soft" style="color:#4d5f5c;font-size:14px;">{{text}}</div></div>
</td>
</tr>`,
  quote: `<tr>
<td align="left" class="ink" style="font-size:0px;padding:0 28px 16px;word-break:break-word;">
<div style="font-family:-apple-system,'Segoe UI',Roboto,'Noto Sans','Helvetica Neue',Arial,sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#14211f;"><div class="head" style="font-size:14px;font-weight:700;margin:12px 0 2px;">{{heading}}</div><div class="said" lang="{{textLang}}" style="border-left:3px solid #b9c8c6;padding-left:12px;">{{{lines}}}</div></div>
</td>
</tr>`,
  profile: `<tr>
<td align="left" class="ink" style="font-size:0px;padding:4px 28px 16px;word-break:break-word;">
<div style="font-family:-apple-system,'Segoe UI',Roboto,'Noto Sans','Helvetica Neue',Arial,sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#14211f;"><h2 class="name" style="margin:0;font-size:19px;line-height:1.35;font-weight:700;">{{name}}</h2>{{{body}}}</div>
</td>
</tr>`,
  facts: `<tr>
<td align="left" class="ink" style="font-size:0px;padding:0 28px 16px;word-break:break-word;">
<div style="font-family:-apple-system,'Segoe UI',Roboto,'Noto Sans','Helvetica Neue',Arial,sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#14211f;"><div class="head" style="font-size:14px;font-weight:700;margin:12px 0 2px;">{{heading}}</div>{{{lines}}}</div>
</td>
</tr>`,
  button: `<tr>
<td align="left" style="font-size:0px;padding:4px 28px 6px;word-break:break-word;">
<table border="0" cellpadding="0" cellspacing="0" role="presentation" style="border-collapse:separate;line-height:100%;">
<tbody>
<tr>
<td align="center" bgcolor="{{color}}" role="presentation" style="border:none;border-radius:6px;cursor:auto;mso-padding-alt:13px 22px;background:{{color}};" valign="middle">
<a href="{{url}}" style="display:inline-block;background:{{color}};color:{{onColor}};font-family:-apple-system,'Segoe UI',Roboto,'Noto Sans','Helvetica Neue',Arial,sans-serif;font-size:16px;font-weight:600;line-height:1.3;margin:0;text-decoration:none;text-transform:none;padding:13px 22px;mso-padding-alt:0px;border-radius:6px;" target="_blank">
{{label}}
</a>
</td>
</tr>
</tbody>
</table>
</td>
</tr>`,
  links: `<tr>
<td align="left" class="ink" style="font-size:0px;padding:0 28px 8px;word-break:break-word;">
<div style="font-family:-apple-system,'Segoe UI',Roboto,'Noto Sans','Helvetica Neue',Arial,sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#14211f;">{{{links}}}</div>
</td>
</tr>`,
  line: `<tr>
<td align="center" class="line" style="font-size:0px;padding:8px 28px 20px;word-break:break-word;">
<p style="border-top:solid 1px #dbe4e3;font-size:1px;margin:0px auto;width:100%;">
</p>
<!--[if mso | IE]><table align="center" border="0" cellpadding="0" cellspacing="0" style="border-top:solid 1px #dbe4e3;font-size:1px;margin:0px auto;width:544px;" role="presentation" width="544px" ><tr><td style="height:0;line-height:0;"> &nbsp;
</td></tr></table><![endif]-->
</td>
</tr>`,
  item: `<tr>
<td align="left" class="ink" style="font-size:0px;padding:0 28px 8px;word-break:break-word;">
<div style="font-family:-apple-system,'Segoe UI',Roboto,'Noto Sans','Helvetica Neue',Arial,sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#14211f;"><h2 class="name" style="margin:0;font-size:19px;line-height:1.35;font-weight:700;">{{name}}</h2><div>{{{score}}}</div>{{{body}}}<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin-top:16px"><tr><td bgcolor="{{color}}" style="border-radius:6px;background:{{color}};mso-padding-alt:12px 20px"><a href="{{url}}" target="_blank" class="main" style="display:inline-block;padding:12px 20px;border-radius:6px;font-size:15px;line-height:1.3;font-weight:600;color:{{onColor}};text-decoration:none">{{label}}</a></td></tr></table><div>{{{links}}}</div></div>
</td>
</tr>`,
  score: `<b>{{fit}}</b> <span class="soft" style="color:#4d5f5c;font-size:14px;">{{rest}}</span>`,
  about: `<div class="soft" style="color:#4d5f5c;font-size:14px;">{{text}}</div>`,
  summary: `<div class="space" lang="{{textLang}}" style="margin-top:10px;">{{text}}</div>`,
  reasons: `<div class="head" style="font-size:14px;font-weight:700;margin:12px 0 2px;">{{heading}}</div><ul class="list" style="margin:0;padding:0 0 0 20px;">{{{lines}}}</ul>`,
  reason: `<li>{{text}}</li>`,
  caution: `<div class="note" style="border-left:3px solid #b7791f;padding-left:10px;margin-top:12px;"><b>{{heading}}:</b> {{text}}</div>`,
  side: `<a href="{{url}}" target="_blank" class="side" style="color:#14211f;display:inline-block;padding:11px 22px 11px 0;font-size:15px;">{{label}}</a>`,
  said: `<div class="said-line" style="margin:0 0 8px;">{{text}}</div>`,
  fact: `<div>{{label}}: {{text}}</div>`,
  linked: `<div>{{label}}: <a href="{{url}}" class="link" style="color:#14211f;">{{text}}</a></div>`,
  footline: `<div class="foot-line" style="margin:0 0 8px;">{{text}}</div>`,
  footlink: `<a href="{{url}}" target="_blank" class="foot-link" style="color:#4d5f5c;">{{label}}</a>`,
  end: `<tr>
<td align="left" class="ink" style="font-size:0px;padding:0;word-break:break-word;">
<div style="font-family:-apple-system,'Segoe UI',Roboto,'Noto Sans','Helvetica Neue',Arial,sans-serif;font-size:1px;line-height:1px;text-align:left;color:#14211f;">&#8202;</div>
</td>
</tr>
</tbody>
</table>
</div>
<!--[if mso | IE]></td></tr></table><![endif]-->
</td>
</tr>
</tbody>
</table>
</div>
<!--[if mso | IE]></td></tr></table><table align="center" border="0" cellpadding="0" cellspacing="0" role="presentation" style="width:600px;" width="600" ><tr><td style="line-height:0px;font-size:0px;mso-line-height-rule:exactly;"><![endif]-->
<div style="margin:0px auto;max-width:600px;">
<table align="center" border="0" cellpadding="0" cellspacing="0" role="presentation" style="width:100%;">
<tbody>
<tr>
<td style="direction:ltr;font-size:0px;padding:18px 0 32px;text-align:center;">
<!--[if mso | IE]><table role="presentation" border="0" cellpadding="0" cellspacing="0"><tr><td style="vertical-align:top;width:600px;" ><![endif]-->
<div class="mj-column-per-100 mj-outlook-group-fix" style="font-size:0px;text-align:left;direction:ltr;display:inline-block;vertical-align:top;width:100%;">
<table border="0" cellpadding="0" cellspacing="0" role="presentation" style="vertical-align:top;" width="100%">
<tbody>
<tr>
<td align="left" class="foot" style="font-size:0px;padding:0 28px;word-break:break-word;">
<div style="font-family:-apple-system,'Segoe UI',Roboto,'Noto Sans','Helvetica Neue',Arial,sans-serif;font-size:13px;line-height:1.55;text-align:left;color:#4d5f5c;">{{{footer}}}</div>
</td>
</tr>
</tbody>
</table>
</div>
<!--[if mso | IE]></td></tr></table><![endif]-->
</td>
</tr>
</tbody>
</table>
</div>
<!--[if mso | IE]></td></tr></table><![endif]-->
</div>
</body>
</html>`,
} as const;
