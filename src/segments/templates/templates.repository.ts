/** The SQL of segments that were made of templates. */

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { TenantDatabase } from '../../access/tenant-database.js';
import type { TemplateUse } from '../segment.entity.js';
import type { SegmentEntryRow } from '../segments.repository.js';
import type { ParameterValues } from './template.js';

/** A segment that a rule can refer to by its template. */
export interface TemplateEntryRow extends SegmentEntryRow {
  readonly template: string;
}

export interface MadeOfTemplate {
  readonly id: string;
  readonly name: string;
  readonly template: string;
  readonly parameters: ParameterValues;
}

@Injectable()
export class TemplatesRepository {
  constructor(private readonly database: TenantDatabase) {}

  /**
   * Of each template the first segment that was made of it with these parameters, still has its rule and is not archived.
   */
  references(
    tenant: string,
    wanted: readonly TemplateUse[],
    running?: EntityManager,
  ): Promise<TemplateEntryRow[]> {
    return this.database.query(
      tenant,
      `select distinct on (s.template) s.id, s.name, s.subject, s.status, s.template
       from unnest($2::text[], $3::text[]) wanted (template, parameters)
       join segmentation.segments s
         on s.template = wanted.template and s.template_parameters = wanted.parameters::jsonb
       where s.tenant_id = $1 and s.status <> 'archived' order by s.template, s.id`,
      [tenant, wanted.map(({ id }) => id), wanted.map(({ parameters }) => JSON.stringify(parameters))],
      running,
    );
  }

  /** The first that was made of it with the same parameters, still has its rule and is not archived. */
  async same(
    manager: EntityManager,
    tenant: string,
    template: string,
    parameters: ParameterValues,
  ): Promise<MadeOfTemplate | undefined> {
    const [row] = await manager.query<MadeOfTemplate[]>(
      `select id, name, template, template_parameters as parameters from segmentation.segments
       where tenant_id = $1 and template = $2 and template_parameters = $3::jsonb and status <> 'archived'
       order by id limit 1`,
      [tenant, template, JSON.stringify(parameters)],
    );
    return row;
  }

  /** All that are not archived, the first made first. */
  made(tenant: string): Promise<MadeOfTemplate[]> {
    return this.database.query(
      tenant,
      `select id, name, template, template_parameters as parameters from segmentation.segments
       where tenant_id = $1 and template is not null and status <> 'archived' order by id`,
      [tenant],
    );
  }
}
