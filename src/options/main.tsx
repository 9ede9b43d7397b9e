import { mountPage } from '../ui/mount.tsx';
import { App } from './App.tsx';

mountPage(App, 'options_title');
