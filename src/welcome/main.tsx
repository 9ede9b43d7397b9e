document.title = 'welcome';

export {};
