/** The charts, fetched when a sheet that shows one is opened: their library is a third of all code, and most starts need none. */
import { lazy, Suspense } from 'react';
import './chart.css';
import type { CumulativeLinesProps } from './CumulativeLines.tsx';
import type { StackedBarsProps } from './StackedBars.tsx';

const LazyLines = lazy(async () => ({ default: (await import('./CumulativeLines.tsx')).CumulativeLines }));
const LazyBars = lazy(async () => ({ default: (await import('./StackedBars.tsx')).StackedBars }));

/** Its place on the page, while it is fetched. */
const Frame = ({ label }: { readonly label: string }) => <figure className="chart" aria-label={label} aria-busy="true" />;

export const CumulativeLines = (props: CumulativeLinesProps) => (
  <Suspense fallback={<Frame label={props.label} />}>
    <LazyLines {...props} />
  </Suspense>
);

export const StackedBars = (props: StackedBarsProps) => (
  <Suspense fallback={<Frame label={props.label} />}>
    <LazyBars {...props} />
  </Suspense>
);
