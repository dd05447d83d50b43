import '@kopru/widget/define';
import { createRoot } from 'react-dom/client';
import { Matches } from './matches.tsx';

const { api, key } = await fetch('/kopru.json').then((answer) => answer.json());
createRoot(document.getElementById('app') as HTMLElement).render(<Matches api={api} publishableKey={key} />);
