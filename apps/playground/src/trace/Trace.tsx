import { Badge, Caption1, MessageBar, MessageBarBody, Subtitle2, Text } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { TraceLine, TraceSource } from '../data/types';

const COLOURS = {
  Foundry: 'brand',
  token: 'informative',
  audit: 'success',
  Entra: 'important',
  Graph: 'warning',
} as const satisfies Record<TraceSource, string>;

/** What happened, newest last; each line says where it was read. */
export function Trace({ lines, failed }: { readonly lines: readonly TraceLine[]; readonly failed?: string }) {
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    list.current?.scrollTo({ top: list.current.scrollHeight });
  }, [lines.length]);
  return (
    <section className="panel trace" aria-label="Trace">
      <Subtitle2 as="h2">What happened</Subtitle2>
      <Caption1>
        Each line is read from Foundry&apos;s log, a token&apos;s claims, the server&apos;s audit, or the log of Entra
        or Graph.
      </Caption1>
      {failed && (
        <MessageBar intent="error">
          <MessageBarBody>What happened could not be read: {failed}</MessageBarBody>
        </MessageBar>
      )}
      <ol ref={list} className="lines" tabIndex={0} aria-label="Trace lines">
        {lines.map((line) => (
          <Line key={line.id} line={line} />
        ))}
      </ol>
    </section>
  );
}

function Line({ line: { time, source, text, facts = {}, refused } }: { readonly line: TraceLine }) {
  const shown = Object.entries(facts).filter(([, value]) => value !== undefined && value !== '');
  return (
    <li className={refused ? 'refused' : undefined}>
      <div className="row top">
        <Caption1 className="time">{time.slice(11, 19)}</Caption1>
        <Badge appearance="tint" color={refused ? 'danger' : COLOURS[source]}>
          {source}
        </Badge>
        <Text size={200}>{text}</Text>
      </div>
      {shown.length > 0 && (
        <details>
          <summary>details</summary>
          <dl>
            {shown.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{Array.isArray(value) ? value.join(', ') : String(value)}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </li>
  );
}
