/**
 * Mails that report of another one, in the shape in which the large servers write them.
 *
 * @module
 */
export interface Case {
  /** Message-ID of the mail that is reported. */
  readonly messageId: string;
  readonly status?: string;
  readonly action?: string;
  /** Whom the report names. @default somebody else */
  readonly recipient?: string;
}

const crlf = (text: string): string => text.replace(/^\n/, '').replaceAll('\n', '\r\n');

const base64 = (text: string): string =>
  btoa(String.fromCharCode(...new TextEncoder().encode(text))).replace(/(.{76})/g, '$1\n');

/** Postfix: the headers of the mail alone, and a diagnosis that is folded. */
export const postfix = ({ messageId, status = '5.1.1', action = 'failed', recipient = 'a@mail.example' }: Case) =>
  crlf(`
Return-Path: <>
Received: by mx.mail.example (Postfix)
	id 4C2F81A0B; Sat, 28 Nov 2026 03:12:07 +0500 (+05)
Date: Sat, 28 Nov 2026 03:12:07 +0500 (+05)
From: MAILER-DAEMON@mx.mail.example (Mail Delivery System)
Subject: Undelivered Mail Returned to Sender
To: matches@hub.example
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
	boundary="4C2F81A0B.1795817527/mx.mail.example"
Content-Transfer-Encoding: 8bit
Message-Id: <20261127221207.4C2F81A0B@mx.mail.example>

This is a MIME-encapsulated message.

--4C2F81A0B.1795817527/mx.mail.example
Content-Description: Notification
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit

This is the mail system at host mx.mail.example.

I'm sorry to have to inform you that your message could not
be delivered to one or more recipients. It's attached below.

<${recipient}>: host mail.example[192.0.2.7] said: 550 ${status} (in reply to RCPT TO command)

--4C2F81A0B.1795817527/mx.mail.example
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.mail.example
X-Postfix-Queue-ID: 4C2F81A0B
X-Postfix-Sender: rfc822; matches@hub.example
Arrival-Date: Sat, 28 Nov 2026 03:12:06 +0500 (+05)

Final-Recipient: rfc822; ${recipient}
Original-Recipient: rfc822;${recipient}
Action: ${action}
Status: ${status}
Remote-MTA: dns; mail.example
Diagnostic-Code: smtp; 550 ${status} <${recipient}>: Recipient address
    rejected: User unknown in virtual mailbox table

--4C2F81A0B.1795817527/mx.mail.example
Content-Description: Undelivered Message Headers
Content-Type: text/rfc822-headers
Content-Transfer-Encoding: 8bit

Return-Path: <matches@hub.example>
Received: from api.hub.example (api.hub.example [198.51.100.3])
	by mx.mail.example (Postfix) with ESMTPS id 4C2F81A0B
	for <${recipient}>; Sat, 28 Nov 2026 03:12:06 +0500 (+05)
From: =?UTF-8?B?S8O2cHLDvA==?= <matches@hub.example>
Subject: Matches
Message-ID: ${messageId}

--4C2F81A0B.1795817527/mx.mail.example--
`);

/** Exchange: texts in the language of the server, the fields in base64, and no original, only what it answers. */
export const exchange = ({ messageId, status = '5.1.10', action = 'failed', recipient = 'a@mail.example' }: Case) =>
  crlf(`
MIME-Version: 1.0
From: <postmaster@mail.example>
To: <matches@hub.example>
Date: Fri, 27 Nov 2026 22:12:07 +0000
Content-Type: multipart/report; report-type=delivery-status;
	boundary="2b7d-96e4-4f"
Content-Language: ru-RU
Message-ID: <2b7d96e4@DB9PR04.mail.example>
In-Reply-To:
 ${messageId}
References: ${messageId}
Subject: =?utf-8?B?${btoa(String.fromCharCode(...new TextEncoder().encode('Не удалось доставить: Matches')))}?=
X-MS-Exchange-Message-Is-Ndr:

--2b7d-96e4-4f
Content-Type: multipart/alternative; differences=Content-Type;
	boundary="2b7d-alt"

--2b7d-alt
Content-Type: text/plain; charset="utf-8"
Content-Transfer-Encoding: base64

${base64('Не удалось выполнить доставку следующим получателям. Action: delayed')}

--2b7d-alt
Content-Type: text/html; charset="utf-8"
Content-Transfer-Encoding: base64

${base64('<html><body><p>Не удалось выполнить доставку.</p></body></html>')}

--2b7d-alt--

--2b7d-96e4-4f
Content-Type: message/delivery-status
Content-Transfer-Encoding: base64

${base64(
  `Reporting-MTA: dns;DB9PR04.mail.example\nReceived-From-MTA: dns;api.hub.example\n\nFinal-Recipient: rfc822;${recipient}\nAction: ${action}\nStatus: ${status}\nDiagnostic-Code: smtp;550 ${status} RESOLVER.ADR.RecipientNotFound; not found\n`,
)}

--2b7d-96e4-4f--
`);

/** Gmail: a page with a picture, the fields, and the mail as a whole, whose own parts are not the report's. */
export const gmail = ({ messageId, status = '5.1.1', action = 'failed', recipient = 'a@mail.example' }: Case) =>
  crlf(`
Delivered-To: matches@hub.example
Return-Path: <>
Content-Type: multipart/report; boundary="000000000000b1"; report-type=delivery-status
To: matches@hub.example
Auto-Submitted: auto-replied
Subject: =?UTF-8?Q?Teslimat_durumu_bildirimi_=28Ba=C5=9Far=C4=B1s=C4=B1z=29?=
Message-ID: <6569a3b1.170a0220@mx.google.example>
Date: Fri, 27 Nov 2026 14:12:07 -0800 (PST)
From: Mail Delivery Subsystem <mailer-daemon@googlemail.example>
X-Failed-Recipients: ${recipient}

--000000000000b1
Content-Type: multipart/related; boundary="000000000000b2"

--000000000000b2
Content-Type: multipart/alternative; boundary="000000000000b3"

--000000000000b3
Content-Type: text/plain; charset="UTF-8"
Content-Transfer-Encoding: quoted-printable

** Adres bulunamad=C4=B1 **
Mesaj=C4=B1n=C4=B1z ${recipient} adresine teslim edilemedi.

--000000000000b3
Content-Type: text/html; charset="UTF-8"
Content-Transfer-Encoding: quoted-printable

<html><body><img src=3D"cid:icon.png" alt=3D"Hata"></body></html>

--000000000000b3--
--000000000000b2
Content-Type: image/png; name="icon.png"
Content-Disposition: attachment; filename="icon.png"
Content-Transfer-Encoding: base64
Content-ID: <icon.png>

iVBORw0KGgo=
--000000000000b2--
--000000000000b1
Content-Type: message/delivery-status

Reporting-MTA: dns; googlemail.example
Received-From-MTA: dns; matches@hub.example
Arrival-Date: Fri, 27 Nov 2026 14:12:06 -0800 (PST)
X-Original-Message-ID: ${messageId}

Final-Recipient: rfc822; ${recipient}
Action: ${action}
Status: ${status}
Diagnostic-Code: smtp; 550-${status} The email account that you tried to reach does not exist.
 550 ${status} https://support.mail.example/?p=NoSuchUser - gsmtp
Last-Attempt-Date: Fri, 27 Nov 2026 14:12:07 -0800 (PST)

--000000000000b1
Content-Type: message/rfc822

From: matches@hub.example
To: ${recipient}
Subject: Matches
Message-ID: ${messageId}
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="inner"

--inner
Content-Type: text/plain

Message-ID: <mail_of_the_text@kopru.example>

--inner--

--000000000000b1--
`);

/** A complaint as Amazon and Yahoo forward it. */
export const complaint = ({ messageId, recipient = 'a@mail.example' }: Case, type = 'abuse') =>
  crlf(`
From: <feedback@arf.mail.example>
Date: Fri, 27 Nov 2026 22:12:07 +0000
Subject: FW: Matches
To: <matches@hub.example>
MIME-Version: 1.0
Content-Type: multipart/report; report-type=feedback-report;
     boundary="part1_13d.2e68ed54"

--part1_13d.2e68ed54
Content-Type: text/plain; charset="utf-8"
Content-Transfer-Encoding: 8bit

Ez egy e-mail-visszaélésről szóló jelentés. Сообщение отмечено как спам.

--part1_13d.2e68ed54
Content-Type: message/feedback-report

Feedback-Type: ${type}
User-Agent: Mail.example-Feedback/1.0
Version: 1
Original-Mail-From: <matches@hub.example>
Original-Rcpt-To: <${recipient}>
Arrival-Date: Fri, 27 Nov 2026 22:10:00 +0000
Reporting-MTA: dns; mx.mail.example
Source-IP: 198.51.100.3
Reported-Domain: hub.example

--part1_13d.2e68ed54
Content-Type: message/rfc822
Content-Disposition: inline

From: <matches@hub.example>
Received: from api.hub.example by mx.mail.example; Fri, 27 Nov 2026 22:10:00 +0000
Message-ID: ${messageId}
To: <${recipient}>
Subject: Matches

Matches
--part1_13d.2e68ed54--
`);

/** An automatic reply of somebody who is away, which quotes the mail. */
export const away = ({ messageId }: Case) =>
  crlf(`
From: Aida <a@mail.example>
To: matches@hub.example
Subject: Automatic reply: Matches
Auto-Submitted: auto-replied
In-Reply-To: ${messageId}
References: ${messageId}
Message-ID: <away@mail.example>
MIME-Version: 1.0
Content-Type: text/plain; charset="utf-8"

Я в отпуске. Action: failed
Status: 5.1.1
Message-ID: ${messageId}
`);
