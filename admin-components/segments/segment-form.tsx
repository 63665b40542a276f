/** Name, purpose, subject and rule of a segment, with the live count beside them. */

import type { ReactNode } from 'react';
import { useEffect, useId } from 'react';
import type { SegmentDraft } from '../api-client.js';
import type { Catalogue, Problem } from '../api-types.js';
import { useTexts } from '../texts/use-texts.js';
import { AudiencePanel } from './audience-panel.js';
import { RuleField } from './rule-field.js';
import { starterRule } from './starter-rule.js';
import { usePreview } from './use-preview.js';

interface SegmentFormProps {
  readonly draft: SegmentDraft;
  readonly catalogue: Catalogue | undefined;
  /** What the last attempt to save was refused for. */
  readonly refusal: Problem | undefined;
  /** A segment stays about whom it was made for. */
  readonly isNew: boolean;
  readonly isDirty: boolean;
  readonly onChange: (draft: SegmentDraft) => void;
  readonly onSubmit: () => void;
  /** The buttons. */
  readonly children: ReactNode;
}

export function SegmentForm(props: SegmentFormProps) {
  const { draft, catalogue, refusal, isNew, isDirty, onChange, onSubmit, children } = props;
  const { t } = useTexts();
  const live = usePreview(draft.subject, draft.ruleText);
  const ruleProblems = (live.problem ?? refusal)?.problems ?? [];
  useWarningBeforeLeaving(isDirty);
  return (
    <form
      className="segment-form"
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <div className="card segment-fields">
        <TextField
          label={t.nameLabel}
          value={draft.name}
          isRequired
          maxLength={200}
          onChange={(name) => onChange({ ...draft, name })}
        />
        <TextField
          label={t.descriptionLabel}
          value={draft.description}
          maxLength={2000}
          onChange={(description) => onChange({ ...draft, description })}
        />
        {isNew && (catalogue?.subjects.length ?? 0) > 1 && (
          <SubjectField
            catalogue={catalogue}
            value={draft.subject}
            onChange={(subject) => onChange({ ...draft, subject, ruleText: starterRule(catalogue, subject) })}
          />
        )}
        <RuleField
          text={draft.ruleText}
          problems={ruleProblems}
          starter={starterRule(catalogue, draft.subject)}
          onChange={(ruleText) => onChange({ ...draft, ruleText })}
        />
        {children}
      </div>
      <AudiencePanel live={live} />
    </form>
  );
}

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly maxLength: number;
  readonly isRequired?: boolean;
  readonly onChange: (value: string) => void;
}

function TextField({ label, value, maxLength, isRequired = false, onChange }: TextFieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="text"
        required={isRequired}
        maxLength={maxLength}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    </div>
  );
}

function SubjectField({
  catalogue,
  value,
  onChange,
}: Pick<SegmentFormProps, 'catalogue'> & {
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const { t } = useTexts();
  return (
    <div className="field">
      <label htmlFor="subject">{t.subjectLabel}</label>
      <select id="subject" value={value} onChange={({ target }) => onChange(target.value)}>
        {catalogue?.subjects.map(({ name, label }) => (
          <option key={name} value={name}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
}

function useWarningBeforeLeaving(isDirty: boolean): void {
  useEffect(() => {
    if (!isDirty) return;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isDirty]);
}
