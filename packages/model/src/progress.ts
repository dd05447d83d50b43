import type { ReadFile } from './manifest.ts';
import type { Manifest } from './model.ts';
import { bodyOf } from './response.ts';

/** Reads files as `fetchFile` gets them, and tells with each piece how far the weights are. */
export function counting(
  fetchFile: (name: string) => Promise<Response>,
  { files }: Manifest,
  onProgress: (loaded: number, total: number) => void,
): ReadFile {
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  let loaded = 0;
  return async (name) => {
    const response = await fetchFile(name);
    if (!response.body || !files.some((file) => file.name === name)) return bodyOf(response);
    const counted = new TransformStream<Uint8Array, Uint8Array>({
      transform(piece, controller) {
        loaded += piece.byteLength;
        onProgress(loaded, total);
        controller.enqueue(piece);
      },
    });
    return bodyOf(new Response(response.body.pipeThrough(counted), response));
  };
}
