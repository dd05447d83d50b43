import '@kopru/widget/define';
import { createApp } from 'vue';
import MatchList from './MatchList.vue';

const { api, key } = await fetch('/kopru.json').then((answer) => answer.json());
createApp(MatchList, { api, publishableKey: key }).mount('#app');
