/** What just happened, and the one thing to do about it. Stays while it can be acted on; plain news goes by itself. */
import { useEffect } from 'react';
import { useActions } from '../../actions/useActions.tsx';
import { useUi } from '../../ui/appContext.tsx';
import { Button, IconButton } from '../../ui/controls/Button.tsx';
import { isErrorNotice, noticeSentence, noticeText, staysInView } from '../../ui/noticeTexts.ts';
import { ExportBar, ReadingBar } from './FileWork.tsx';
import './notice.css';
import { RejectedList } from './RejectedList.tsx';

const NEWS_MS = 8_000;

export const NoticeBar = () => {
  const locale = useUi((ui) => ui.locale);
  const notice = useUi((ui) => ui.notice);
  const { view } = useActions();
  const goesAway = notice !== null && !staysInView(notice);
  useEffect(() => {
    if (!goesAway) return;
    const timer = setTimeout(view.dismissNotice, NEWS_MS);
    return () => clearTimeout(timer);
  }, [goesAway, view]);
  const isError = notice !== null && isErrorNotice(notice);
  return (
    <div className="notice-place">
      <ExportBar />
      <ReadingBar />
      <div role={isError ? 'alert' : 'status'}>
        {notice === null ? null : (
          <div className="notice" data-notice={isError ? 'error' : 'news'}>
            <p>{noticeSentence(notice, locale)}</p>
            {notice.action === null ? null : (
              <Button kind="quiet" onClick={notice.action.run}>
                {noticeText(notice.action.key, locale)}
              </Button>
            )}
            {notice.rejected === undefined ? null : <RejectedList rejected={notice.rejected} />}
            <IconButton icon="close" label={noticeText('dismiss', locale)} onClick={view.dismissNotice} />
          </div>
        )}
      </div>
    </div>
  );
};
