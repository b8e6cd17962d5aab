import { type Caller, type Primitive, ToolCatalog } from '@app/domain';
import { Injectable } from '@nestjs/common';
import { AppConfig } from '@app/config';

/** What a caller sees in lists (CATALOG_VISIBILITY). */
@Injectable()
export class Visibility {
  readonly #catalog: ToolCatalog;
  readonly #enabled: ReadonlySet<Primitive>;
  readonly #showsAll: boolean;

  constructor(catalog: ToolCatalog, config: AppConfig) {
    this.#catalog = catalog;
    this.#enabled = new Set(catalog.enabled);
    this.#showsAll = config.server.catalogVisibility === 'all';
  }

  /** Those that the operator left on. */
  enabled<P extends Primitive>(primitives: readonly P[]): readonly P[] {
    return primitives.filter((one) => this.#enabled.has(one));
  }

  visibleTo<P extends Primitive>(caller: Caller, primitives: readonly P[]): readonly P[] {
    return primitives.filter((one) => {
      const decision = this.#catalog.decideOn(caller, one);
      return decision.allowed || (this.#showsAll && decision.code !== 'policy_denied');
    });
  }
}
