/** Over the whole window while a file is held above it. */
import { useUi } from '../../ui/appContext.tsx';
import { useTexts } from '../../ui/texts.ts';
import './importing.css';
import { IMPORT_TEXTS } from './texts.ts';

export const DropHint = () => {
  const text = useTexts(IMPORT_TEXTS);
  const dropping = useUi((ui) => ui.dropping);
  return dropping ? (
    <div className="drop-hint" role="status">
      <p>{text('drop')}</p>
    </div>
  ) : null;
};
