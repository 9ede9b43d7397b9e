import { mountPage } from '../ui/mount.tsx';
import { App } from './App.tsx';
import './popup.css';

mountPage(App, 'app_name');
