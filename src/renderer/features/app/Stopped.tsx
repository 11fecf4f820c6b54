/** Instead of the window: what happened and the one thing to do. No stores are needed, they may be what is missing. */
import { Component, type ReactNode } from 'react';
import type { AppError } from '../../../shared/core/result.ts';
import type { Locale } from '../../../shared/ipc/contract.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { errorText } from '../../ui/errorTexts.ts';
import { translate } from '../../ui/texts.ts';
import { APP_TEXTS } from './texts.ts';

/** Before main has said which language is chosen, the system's counts. */
const pageLocale = (): Locale => (navigator.language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en');

export const StartFailed = ({ error, onRetry }: { readonly error: AppError; readonly onRetry: () => void }) => {
  const locale = pageLocale();
  const text = translate(APP_TEXTS, locale);
  return (
    <main className="stopped" role="alert">
      <h1>{text('startFailed')}</h1>
      <p>{errorText(error, locale)}</p>
      <Button kind="primary" onClick={onRetry}>
        {text('retry')}
      </Button>
    </main>
  );
};

interface BoundaryProps {
  readonly locale: () => Locale;
  readonly children: ReactNode;
}

/** A bug while painting: the data is in the store, so a reload brings everything back. */
export class CrashBoundary extends Component<BoundaryProps, { readonly error: unknown }> {
  override state: { readonly error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown): { readonly error: unknown } {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    const text = translate(APP_TEXTS, this.props.locale());
    return (
      <main className="stopped" role="alert">
        <h1>{text('crashed')}</h1>
        <p>{text('crashedText')}</p>
        <pre>{error instanceof Error ? `${error.name}: ${error.message}` : String(error)}</pre>
        <Button kind="primary" onClick={() => location.reload()}>
          {text('reload')}
        </Button>
      </main>
    );
  }
}
