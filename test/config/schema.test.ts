import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { toJsonSchema } from '@valibot/to-json-schema';
import type * as v from 'valibot';
import { describe, expect, expectTypeOf, it } from 'vitest';
import type { Config } from '../../src/config/define.js';
import { schema } from '../../src/config/schema.js';

const file = fileURLToPath(new URL('../../src/config/schema.json', import.meta.url));
const types = readFileSync(new URL('../../src/config/define.ts', import.meta.url), 'utf8');

const jsonSchema = toJsonSchema(schema, {
  typeMode: 'output',
  ignoreActions: ['check'],
  overrideSchema: ({ valibotSchema, jsonSchema }) =>
    valibotSchema.type === 'object_with_rest' ? { ...jsonSchema, additionalProperties: false } : undefined,
});

describe('the JSON Schema for editors', () => {
  // Where this fails after a change that is meant: npm run schema
  it('is made from the checks that a config goes through', async () => {
    const text = `${JSON.stringify({ title: 'Config of Feedmill', ...jsonSchema }, undefined, 2)}\n`;
    await expect(text).toMatchFileSnapshot(file);
  });

  it('describes every key, in the words of the types', () => {
    const inTypes = [...types.matchAll(/\/\*\* (.+) \*\/\n\s+(\$?\w+)\?:/g)].map(([, text, key]) => [
      key,
      text,
    ]);
    const inSchema = descriptions(jsonSchema);
    expect(inTypes.length).toBeGreaterThan(15);
    for (const [key, text] of inTypes) expect(inSchema).toContainEqual([key, text]);
    for (const [key, text] of inSchema) expect(text, key).toBeTypeOf('string');
  });

  it('has the keys that the types have, and takes what they allow', () => {
    expectTypeOf<Config>().toExtend<v.InferInput<typeof schema>>();
    expectTypeOf<keyof v.InferInput<typeof schema>>().toEqualTypeOf<keyof Config>();
  });
});

/** Every key with its description, wherever it stands. */
function descriptions(value: unknown): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'properties' in value && !Array.isArray(value) ? Object.entries(Object(value.properties)) : [];
  return [
    ...own.map(([key, described]): [string, unknown] => [key, Object(described).description]),
    ...Object.values(value).flatMap(descriptions),
  ];
}
