const READS = /^\/v1\/(limits|match|matches\/batch|score|search|startups\/[^/]+\/co-investment)$/;

/** Whether a request asks with a body and changes nothing. */
export const readsByPost = (method: string, path: string): boolean => method === 'POST' && READS.test(path);
