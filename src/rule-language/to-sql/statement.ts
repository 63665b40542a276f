/** One statement in the making: the recursion over a rule's nodes, in either shape. */

import type { Checked, CheckedGroup, Condition, DerivedOperand, Operand, Presence } from '../checked.js';
import type { SqlClock } from '../derivation.js';
import { keyOf, type Subject, type Vocabulary } from '../field.js';
import { type Clock, today } from '../time.js';
import { existence } from './existence.js';
import { expressionOf, fieldExpression, single } from './expression.js';
import { type Compilation, Frame, type Shape } from './frame.js';
import { measureExpression } from './measures.js';
import { membership } from './memberships.js';
import { strict } from './numbers.js';
import { looksAtRelated } from './outward.js';
import { complement, type Expression, keyColumnOf, type Predicate, partial, total } from './parts.js';
import { atLeast, every, some } from './predicates.js';
import { rank, rankable } from './ranks.js';
import { and, column, date, identifier, instant, join, keys, raw, type Sql, sql, text } from './sql.js';
import { isRank, type Place, testInSql } from './tests.js';
import { Union } from './union.js';

/** What a rule is compiled for. */
export interface Target {
  readonly subject: Subject;
  readonly vocabulary: Vocabulary;
  readonly tenant: string;
  readonly clock: Clock;
}

/** One statement in the making. */
export class Statement implements Compilation {
  readonly subject: Subject;
  readonly vocabulary: Vocabulary;
  readonly tenant: string;
  readonly clock: Clock;
  private readonly shared: { aliases: number; readonly definitions: Sql[] };

  constructor(
    readonly shape: Shape,
    private readonly target: Target,
    shared?: Statement['shared'],
  ) {
    this.subject = target.subject;
    this.vocabulary = target.vocabulary;
    this.tenant = target.tenant;
    this.clock = target.clock;
    this.shared = shared ?? { aliases: 0, definitions: [] };
  }

  alias(prefix: string): string {
    this.shared.aliases += 1;
    return `${prefix}${this.shared.aliases}`;
  }

  define(name: string, query: Sql): void {
    this.shared.definitions.push(sql`${raw(name)} as materialized (${query})`);
  }

  complete(query: Sql): Sql {
    const { definitions } = this.shared;
    return definitions.length > 0 ? sql`with ${join(definitions, ', ')} ${query}` : query;
  }

  root(): Frame {
    return new Frame(this, this.subject.record, () => ({ root: true, rowByRow: this.shape === 'probe' }));
  }

  audience(node: Checked): Sql {
    const frame = this.root();
    const predicate = this.predicate(node, frame);
    if (predicate.alone) return predicate.alone();
    return this.standIn(frame, predicate) ?? this.select(frame, [sql`(${predicate.sql})`]);
  }

  /** Where related records alone decide, and none but subjects have them, the ids are not looked up among the subjects. */
  probe(node: Checked, ids: readonly string[]): Sql {
    const frame = this.root();
    const predicate = this.predicate(node, frame);
    if (!frame.keyOnly || !predicate.ofSubjects)
      return this.select(frame, [this.among(frame, ids), sql`(${predicate.sql})`]);
    const { column: name, type } = keyOf(this.subject);
    // In order, so that records that lie beside each other are read one after the other.
    const given = sql`(select distinct id from unnest(${keys(ids, type)}) id order by id)`;
    const from = join([sql`${given} ${raw(frame.alias)} (${identifier(name)})`, ...frame.joined()], ' ');
    return sql`select ${this.key(frame)} as id from ${from} where ${predicate.sql}`;
  }

  values(operand: Operand): Sql {
    const statement = new Statement('set', this.target, this.shared);
    const frame = statement.root();
    const expression = statement.expression(operand, frame);
    const value = rankable(operand, expression);
    const present = strict(expression, sql`${value} is not null`);
    const columns = [sql`${value} as v`];
    return statement.standIn(frame, present, columns) ?? statement.select(frame, [present.sql], columns);
  }

  /** The one source that decides, in the place of the subjects' table. */
  private standIn(frame: Frame, predicate: Predicate, columns: readonly Sql[] = []): Sql | undefined {
    const [source] = predicate.needs;
    if (!source?.standalone || !frame.isOnly(source)) return undefined;
    const { query, key } = source.standalone;
    const id = raw(`${source.alias}.${key}`);
    const selected = join([sql`${id} as id`, ...columns], ', ');
    return sql`select ${selected} from (${query()}) ${raw(source.alias)} where ${id} is not null and ${predicate.sql}`;
  }

  select(frame: Frame, conditions: readonly Sql[], columns: readonly Sql[] = []): Sql {
    return this.rows(frame, conditions, [sql`${this.key(frame)} as id`, ...columns]);
  }

  /** The columns alone, without the key. */
  rows(frame: Frame, conditions: readonly Sql[], columns: readonly Sql[]): Sql {
    const from = join([frame.table(), ...frame.joined()], ' ');
    return sql`select ${join(columns, ', ')} from ${from} where ${and([...frame.existing(), ...conditions])}`;
  }

  among(frame: Frame, ids: readonly string[]): Sql {
    return sql`${this.key(frame)} = any(${keys(ids, keyOf(this.subject).type)})`;
  }

  key(frame: Frame): Sql {
    return column(frame.alias, keyOf(this.subject).column);
  }

  predicate(node: Checked, frame: Frame): Predicate {
    switch (node.kind) {
      case 'everyone':
        return total(raw('true'));
      case 'group':
        return this.group(node, frame);
      case 'condition':
        return negatable(node, this.condition(node, frame));
      case 'presence':
        return negatable(node, presence(node, frame));
      case 'membership':
        return negatable(node, membership(node, frame));
    }
  }

  private group(node: CheckedGroup, frame: Frame): Predicate {
    if (node.match === 'any' && this.splits(node, frame)) return this.union(node, frame);
    const parts = node.rules.map((rule) => this.predicate(rule, frame));
    if (parts.length === 1 && parts[0] && (node.match === 'all' || node.match === 'any')) return parts[0];
    switch (node.match) {
      case 'all':
        return every(parts);
      case 'any':
        return some(parts);
      case 'none':
        return complement(some(parts));
      case 'not_all':
        return complement(every(parts));
      default:
        return atLeast(node.match.at_least, parts);
    }
  }

  /** Over everyone, alternatives about related records are found one by one. */
  private splits(node: CheckedGroup, frame: Frame): boolean {
    const { root, rowByRow } = frame.surroundings;
    return root === true && !rowByRow && node.rules.length > 1 && node.rules.some(looksAtRelated);
  }

  private union(node: CheckedGroup, frame: Frame): Predicate {
    const branches = node.rules.map((rule) => this.audience(rule));
    const source = new Union(join(branches, ' union '), this.alias('u'), this.keyOf(frame));
    frame.attach(source);
    return partial(sql`${raw(source.alias)}.id is not null`, new Set([source]));
  }

  private keyOf(frame: Frame): Sql {
    return frame.own().joinColumn(keyOf(this.subject).column);
  }

  private condition(node: Condition, frame: Frame): Predicate {
    const { operand, test } = node;
    if (isRank(test)) return rank(operand, test, frame, () => this.expression(operand, frame));
    const found = existence(node, frame);
    if (found) return found;
    const left = this.expression(operand, frame);
    const place: Place = { frame, compilation: this, operand };
    if (operand.kind === 'measure' && operand.measure === 'most_frequent' && test.operator !== 'is_empty')
      return this.anyOf(left, (value) => testInSql(value, test, place));
    return testInSql(left, test, place);
  }

  /** The test holds for any of the values in an array. */
  private anyOf(left: Expression, test: (value: Expression) => Predicate): Predicate {
    const alias = this.alias('v');
    const { source: _, ...value } = { ...left, raw: raw(alias), clean: raw(alias), tidy: true };
    return total(sql`exists (select from unnest(${left.raw}) ${raw(alias)} where ${test(value).sql})`);
  }

  expression(operand: Operand, frame: Frame): Expression {
    switch (operand.kind) {
      case 'field':
        return fieldExpression(operand.field, frame.spot(operand.route), this);
      case 'measure':
        return measureExpression(operand, frame);
      case 'derived': {
        const { field } = operand;
        const value = this.derived(operand, frame, this.clock);
        return expressionOf(operand.type, sql`(${value})`, field.type === 'text' && field.exact !== true);
      }
    }
  }

  /** By another clock as well, of what there is to derive it from by this one's. */
  derived(operand: DerivedOperand, frame: Frame, clock: Clock): Sql {
    const { source, name } = operand.field;
    if (source.kind !== 'derived') throw new Error(`“${name}” is not derived.`);
    const inputs = operand.inputs.map((input) => single(this.expression(input, frame)));
    return ofPresent(operand, frame, source.derivation.sql(inputs, sqlClock(clock)));
  }
}

const sqlClock = (clock: Clock): SqlClock => ({
  asOf: instant(clock.asOf),
  zone: text(clock.zone),
  today: date(today(clock)),
});

const negatable = ({ negated }: { readonly negated: boolean }, predicate: Predicate): Predicate =>
  negated ? complement(predicate) : predicate;

function presence({ route }: Presence, frame: Frame): Predicate {
  const spot = frame.spot(route);
  return total(sql`${spot.column(keyColumnOf(spot))} is null`);
}

/** Nothing is derived of a record that is not there. */
function ofPresent({ route }: Operand, frame: Frame, value: Sql): Sql {
  if (route.path.length === 0) return value;
  const spot = frame.spot(route);
  return sql`case when ${spot.column(keyColumnOf(spot))} is not null then ${value} end`;
}
