import type { NextFunction, Request, Response } from 'express';

type Write = (chunk: Buffer, done?: () => void) => boolean;

/** Goes on with a connection that breaks once so many bytes of a body, asked or answered, have gone through. */
export function cutAfter(bytes: number, request: Request, response: Response, next: NextFunction): void {
  cutRequest(new Rest(bytes), request);
  cutResponse(new Rest(bytes), response);
  next();
}

/** How many bytes may still pass. */
class Rest {
  #bytes: number;

  constructor(bytes: number) {
    this.#bytes = bytes;
  }

  isOver = false;

  take(chunk: Buffer): Buffer {
    const allowed = chunk.subarray(0, this.#bytes);
    this.#bytes -= allowed.length;
    this.isOver ||= allowed.length < chunk.length;
    return allowed;
  }
}

function cutRequest(rest: Rest, request: Request): void {
  const push = request.push.bind(request);
  request.push = (chunk: unknown) => {
    if (!Buffer.isBuffer(chunk)) return push(chunk);
    const allowed = rest.take(chunk);
    if (!rest.isOver) return push(chunk);
    push(allowed);
    request.socket.destroy();
    return false;
  };
}

function cutResponse(rest: Rest, response: Response): void {
  const write = response.write.bind(response) as Write;
  const end = response.end.bind(response) as () => Response;
  const writeSome: Write = (chunk) => {
    const allowed = rest.take(chunk);
    if (!rest.isOver) return write(chunk);
    write(allowed, () => response.socket?.destroy());
    return false;
  };
  const endWith = (chunk?: Buffer | string) => {
    if (chunk !== undefined) writeSome(Buffer.from(chunk));
    return rest.isOver ? response : end();
  };
  Object.assign(response, { write: writeSome, end: endWith });
}
