import { isKopruError } from '@kopru/sdk';
import { isLocale } from '@kopru/sdk/facets';
import { matchesOf } from '../../../../lib/kopru.ts';

/** For the client components of this app. Check here that who asks may see this startup's matches. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  const lang = new URL(request.url).searchParams.get('lang') ?? 'en';
  if (!isLocale(lang)) return Response.json({ error: `no language "${lang}"` }, { status: 400 });
  try {
    return Response.json({ matches: await matchesOf(id, lang) });
  } catch (error) {
    if (isKopruError(error, 'not_found')) return Response.json({ error: `no startup "${id}"` }, { status: 404 });
    throw error;
  }
}
