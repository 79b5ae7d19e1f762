import { mount } from 'svelte';
import './ui/tokens.css';
import './ui/parts.css';
import App from './App.svelte';

const target = document.getElementById('app');
if (!target) throw new Error('index.html has no #app');

export default mount(App, { target });
