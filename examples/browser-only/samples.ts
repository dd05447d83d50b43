export const STARTUPS = `name; pitch; country
Топырақ; Егіс алқаптарына топырақтың тұздылығын өлшейтін зондтар орнатамыз, диқан қай танапты шаю керегін көреді.; KZ
Soğuk Zincir; Meyvenin depodan rafa kadar sıcaklığını izleyen, bozulmayı önceden haber veren etiketler üretiyoruz.; TR
Сезим; Айылдагы дарыгерлер үчүн бронхит менен астманы жөтөлдүн үнүнөн тааныган колдонмо жасайбыз.; KG
Tejamkor; Kichik do‘konlar uchun kassadagi savdoga qarab qarz beradigan ilova.; UZ`;

export const INVESTORS = `name; thesis; country
Muğan Fondu; Şoranlaşma suvarılan torpaqları sıradan çıxarır. Torpağın duzunu erkən ölçən sensorlara sərmayə qoyuruq.; AZ
Egészség Tőkealap; A vidéki háziorvosok munkáját segítő diagnosztikai eszközökbe fektetünk, amelyek a légúti betegségeket is felismerik.; HU
Степной капитал; Инвестируем в холодную цепь: датчики и метки, которые следят за температурой продуктов от склада до магазина.; KZ
Altyn Ýol; Kiçi dükanlara söwdasyna görä karz berýän sanly çözgütleri goldaýarys.; TM
Bosphorus Games; We back mobile game studios that sell worldwide from day one.; TR`;
