import { StringDecoder } from 'node:string_decoder';

type Write = (text: string) => void;

/** One line of the log that no logger wrote. */
export function jsonLine(level: 'warn' | 'fatal', message: string, details: object = {}): string {
  return `${JSON.stringify({ level, pid: process.pid, timestamp: Date.now(), context: 'Process', message, ...details })}\n`;
}

/** Lets lines that are JSON objects pass, and makes every other one the message of such a line. */
export class JsonLines {
  readonly #write: Write;
  readonly #decoder = new StringDecoder('utf8');
  #rest = '';

  constructor(write: Write) {
    this.#write = write;
  }

  take(chunk: string | Uint8Array): void {
    const text = typeof chunk === 'string' ? chunk : this.#decoder.write(Buffer.from(chunk));
    const end = text.lastIndexOf('\n');
    if (end === -1) return void (this.#rest += text);
    const whole = this.#rest + text.slice(0, end);
    this.#rest = text.slice(end + 1);
    this.#write(whole.split('\n').map(asJson).join(''));
  }

  /** What has no line end yet. */
  flush(): void {
    if (this.#rest !== '') this.take('\n');
  }
}

function asJson(line: string): string {
  if (line.trim() === '') return '';
  return isObject(line) ? `${line}\n` : jsonLine('warn', line);
}

function isObject(line: string): boolean {
  if (!line.startsWith('{')) return false;
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}
