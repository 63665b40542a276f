/** The rule as JSON, with what is wrong with it right beneath. */

import { Button } from '@adminjs/design-system';
import type { RuleProblem } from '../api-types.js';
import { useTexts } from '../texts/use-texts.js';
import { formatted, readRule } from './starter-rule.js';

interface RuleFieldProps {
  readonly text: string;
  readonly problems: readonly RuleProblem[];
  readonly starter: string;
  readonly onChange: (text: string) => void;
}

export function RuleField({ text, problems, starter, onChange }: RuleFieldProps) {
  const { t } = useTexts();
  const read = readRule(text);
  const rule = read.state === 'json' ? read.rule : undefined;
  const sentence = useSentence(text);
  const isWrong = sentence !== undefined || problems.length > 0;
  return (
    <div className="field">
      <div className="field-head">
        <label htmlFor="rule">{t.ruleLabel}</label>
        <span className="field-tools">
          <Button type="button" size="sm" onClick={() => onChange(starter)}>
            {t.example}
          </Button>
          <Button
            type="button"
            size="sm"
            disabled={rule === undefined}
            onClick={() => onChange(formatted(rule))}
          >
            {t.format}
          </Button>
        </span>
      </div>
      <textarea
        id="rule"
        className="code"
        rows={18}
        spellCheck={false}
        autoCapitalize="off"
        autoCorrect="off"
        aria-describedby="rule-hint rule-problems"
        aria-invalid={isWrong}
        value={text}
        onChange={({ target }) => onChange(target.value)}
      />
      <p id="rule-hint" className="soft small">
        {t.ruleHint}
      </p>
      <div id="rule-problems" aria-live="polite">
        {sentence && <p className="problems">{sentence}</p>}
        {!sentence && problems.length > 0 && <Problems problems={problems} />}
      </div>
    </div>
  );
}

function useSentence(text: string): string | undefined {
  const { t } = useTexts();
  const read = readRule(text);
  if (read.state === 'empty') return t.ruleEmpty;
  if (read.state === 'json') return undefined;
  return t.ruleNotJson(read.line, read.column);
}

function Problems({ problems }: Pick<RuleFieldProps, 'problems'>) {
  const { t } = useTexts();
  return (
    <div className="problems">
      <p className="strong">{t.problems(problems.length)}</p>
      <ul>
        {problems.map(({ path, code, message }) => (
          <li key={`${path} ${code} ${message}`}>
            {t.problemAt} {path === '' ? t.wholeRule : <code>{path}</code>}: {message}
          </li>
        ))}
      </ul>
    </div>
  );
}
