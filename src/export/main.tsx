import { mountPage } from '../ui/mount.tsx';
import { App } from './App.tsx';
import { sweepPlaces } from './place.ts';

mountPage(App, 'export_title');
void sweepPlaces();
