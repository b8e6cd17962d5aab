import { Controller, Get, Header, Query } from '@nestjs/common';

/** Where Entra sends a person's browser after the consent page that a refused tool call linked to. It keeps nothing of what arrives. */
@Controller('consented')
export class ConsentedController {
  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'")
  @Header('Referrer-Policy', 'no-referrer')
  @Header('Cache-Control', 'no-store')
  page(@Query('error') error?: string): string {
    return error === undefined
      ? html('Consent given', 'You can close this page and ask your agent again.')
      : html(
          'Consent not given',
          'Nothing was changed. Without consent the agent cannot act for you; ask it again to get the link.',
        );
  }
}

function html(title: string, text: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<body style="font: 1rem/1.5 system-ui; max-width: 30rem; margin: 20vh auto; padding: 0 1rem">
<h1>${title}</h1>
<p>${text}</p>
`;
}
