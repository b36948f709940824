"""Tenko against the oracle: the same city, two implementations, no difference.

    compare.py TENKO [--first K] [--seeds N]     N cities from seed K on
    compare.py TENKO --seed S --keep             one city; its folder is kept

On a difference: the seed, what only one of them says, and the folder, which stays. Exit status 1.
"""
import argparse
import collections
import json
import os
import shutil
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
import city
import oracle

FIGURES = ('purchased', 'assigned', 'active', 'never_used', 'idle', 'usage_unknown', 'held_by_leavers',
           'held_by_unknown', 'unassigned', 'reclaimable', 'suggested_quantity', 'yearly_waste', 'utilization')


def run_tenko(tenko, folder, threads):
    out = os.path.join(folder, 'report')
    command = [tenko, 'run', '-c', os.path.join(folder, 'tenko.yaml'), '--out', out, '--format', 'jsonl',
               '--no-ledger', '--lang', 'en', '--threads', str(threads)]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        return {'failed': [f'exit status {done.returncode}: {done.stderr.strip()}']}
    with open(os.path.join(out, 'summary.json'), encoding='utf-8') as f:
        summary = json.load(f)
    exceptions = []
    with open(os.path.join(out, 'exceptions.jsonl'), encoding='utf-8') as f:
        for line in f:
            e = json.loads(line)
            exceptions.append((e['rule'], e['target'], e['subject'], e['person_id'], e['severity'], e['waived']))
    inputs = [s for part in ('rosters', 'systems', 'licenses') for s in summary[part]] + [summary['devices']] * bool(summary['devices'])
    rows = {s.get('name') or 'devices': (s['rows_read'], s['accepted'], s['rejected']) for s in inputs}
    evaluated = {s.get('name') or 'devices': sorted(s['rules_evaluated']) for s in inputs}
    return {'exceptions': exceptions, 'rows': rows, 'evaluated': evaluated,
            'licenses': {s['name']: {k: s[k] for k in FIGURES} for s in summary['licenses']},
            'systems': {s['name']: {k: s[k] for k in ('accounts', 'enabled', 'matched', 'unmatched', 'ambiguous')}
                        for s in summary['systems']},
            'people': sum(s['people'] for s in summary['rosters'])}


def differences(program, expected):
    if 'failed' in program:
        return program['failed']
    out = []
    mine, theirs = (collections.Counter(x['exceptions']) for x in (expected, program))
    for sign, extra in (('only the oracle: ', mine - theirs), ('only Tenko:      ', theirs - mine)):
        out += [sign + ' | '.join(str(x) for x in e) for e in sorted(extra.elements(), key=str)]
    for part in ('rows', 'systems', 'licenses', 'people', 'evaluated'):
        if expected[part] != program[part]:
            if not isinstance(expected[part], dict):
                out.append(f'{part}: oracle {expected[part]}, Tenko {program[part]}')
                continue
            for name in sorted(set(expected[part]) | set(program[part])):
                a, b = expected[part].get(name), program[part].get(name)
                if a != b and part == 'evaluated':
                    out.append(f'{part} in {name}: only the oracle {sorted(set(a) - set(b))}, '
                               f'only Tenko {sorted(set(b) - set(a))}')
                elif a != b:
                    out.append(f'{part} of {name}: oracle {a}\n    Tenko {b}')
    return out


def compare(tenko, seed, folder):
    city.build(seed, folder)
    return differences(run_tenko(tenko, folder, 1 + seed % 3), oracle.run(folder))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('tenko')
    parser.add_argument('--first', type=int, default=1)
    parser.add_argument('--seeds', type=int, default=300)
    parser.add_argument('--seed', type=int)
    parser.add_argument('--keep', action='store_true')
    parser.add_argument('--stop-after', type=int, default=5, help='differing cities until it gives up')
    args = parser.parse_args()
    seeds = [args.seed] if args.seed is not None else range(args.first, args.first + args.seeds)
    differing, ran = [], 0
    for seed in seeds:
        folder = tempfile.mkdtemp(prefix=f'tenko-city-{seed}-')
        found = compare(args.tenko, seed, folder)
        ran += 1
        if found:
            differing.append(seed)
            print(f'seed {seed}: {folder}\n  ' + '\n  '.join(found), flush=True)
            if len(differing) >= args.stop_after:
                break
        elif args.keep:
            print(f'seed {seed}: no difference: {folder}')
        else:
            shutil.rmtree(folder)
    print(f'{ran} cities, {len(differing)} differ' + (f': {differing}' if differing else ''))
    return 1 if differing or not ran else 0


if __name__ == '__main__':
    sys.exit(main())
