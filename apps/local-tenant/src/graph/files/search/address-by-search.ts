import type { RequestHandler } from 'express';
import { decoded } from '../address-by-path.js';

const SEARCH = /^(\/v1\.0\/[^?]*\/search)(?:\(|%28)q(?:=|%3d)(?:'|%27)([^?]*)(?:'|%27)(?:\)|%29)(\?.*)?$/i;

/** Gives `search(q='o''clock')` one spelling: the words as one encoded segment, the doubled quotes undone (OData 4.01, 5.1.1.6.1). */
export const addressBySearch: RequestHandler = (request, _response, next) => {
  const [, start, words = '', query = ''] = SEARCH.exec(request.url) ?? [];
  if (start !== undefined) {
    const text = encodeURIComponent(decoded(words).replaceAll("''", "'")).replaceAll("'", '%27');
    // A drive is searched as its root is.
    const path = start.replace(/(?<=\/(?:me\/drive|drives\/[^/]+))\/search$/i, '/root/search');
    request.url = `${path}(q='${text}')${query}`;
  }
  next();
};
