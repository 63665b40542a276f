/**
 * Dates of the host's records, to edit and to filter by, in the browser's own inputs. AdminJS's picker makes an instant
 * of a date: east of Greenwich it stores the day before.
 */

import { FormGroup, FormMessage, Input, Label } from '@adminjs/design-system';
import { useTranslation } from 'adminjs';
import type { ChangeEvent } from 'react';

type Typed = ChangeEvent<HTMLInputElement>;

interface Property {
  readonly path: string;
  readonly label: string;
  readonly type: string;
  readonly resourceId: string;
  readonly isDisabled: boolean;
}

interface EditProps {
  readonly property: Property;
  readonly record: {
    readonly params: Readonly<Record<string, string | null | undefined>>;
    readonly errors?: Readonly<Record<string, { readonly message: string } | undefined>>;
  };
  readonly onChange: (path: string, value: string | null) => void;
}

export function DateEdit({ property, record, onChange }: EditProps) {
  const { translateProperty, translateMessage } = useTranslation();
  const { path, type, resourceId } = property;
  const error = record.errors?.[path];
  return (
    <FormGroup error={error !== undefined}>
      <Label htmlFor={path}>{translateProperty(property.label, resourceId)}</Label>
      <Input
        id={path}
        type={inputType(type)}
        disabled={property.isDisabled}
        value={toInput(type, record.params[path] ?? '')}
        onChange={(event: Typed) => onChange(path, fromInput(type, event.target.value) || null)}
      />
      <FormMessage>{error && translateMessage(error.message, resourceId)}</FormMessage>
    </FormGroup>
  );
}

interface FilterProps {
  readonly property: Property;
  readonly filter: Readonly<Record<string, string | undefined>>;
  readonly onChange: (key: string, value: string) => void;
}

export function DateFilter({ property, filter, onChange }: FilterProps) {
  const { translateProperty } = useTranslation();
  const { path, type, resourceId } = property;
  return (
    <FormGroup variant="filter">
      <Label>{translateProperty(property.label, resourceId)}</Label>
      {(['from', 'to'] as const).map((end) => {
        const key = `${path}~~${end}`;
        return (
          <Input
            key={end}
            mb="sm"
            type={inputType(type)}
            aria-label={`${translateProperty(property.label, resourceId)}: ${translateProperty(end)}`}
            value={toInput(type, filter[key] ?? '')}
            onChange={(event: Typed) => onChange(key, fromInput(type, event.target.value))}
          />
        );
      })}
    </FormGroup>
  );
}

const inputType = (type: string): string => (type === 'date' ? 'date' : 'datetime-local');

/** Instants are shown in the browser's zone; dates have none. */
function toInput(type: string, value: string): string {
  if (type === 'date' || value === '') return value.slice(0, 10);
  const date = new Date(value);
  if (Number.isNaN(date.getTime())) return '';
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

const fromInput = (type: string, value: string): string =>
  type === 'date' || value === '' ? value : new Date(value).toISOString();
