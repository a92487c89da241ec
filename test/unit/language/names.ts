/** 300 given names, as equal shares of many origins as one author manages. Names that are English words are left in on purpose. */
export const NAMES: readonly string[] = `
Adaeze Chinedu Oluwaseun Folake Babatunde Yetunde Kwame Akosua Kofi Abena Amina Sadiq Zainab Ibrahim Wanjiru Kamau Achieng Otieno Thandiwe Sipho Nomvula Lerato Tendai Farai Makena Desta Abebe Hirut Fatoumata Moussa
Ahmed Layla Omar Noor Khalid Yasmin Hassan Mariam Tariq Salma Youssef Amal Bilal Rania Faisal Hind Samir Nadia Karim Dalia Reza Shirin Parisa Babak Golnaz Dariush Leyla Kamran Mehmet Elif
Priya Ravi Ananya Arjun Lakshmi Suresh Deepika Rajesh Kavya Vikram Meera Sanjay Divya Anand Nithya Senthil Harpreet Gurdeep Farhan Ayesha Imran Sana Rahim Nusrat Tanvir Shabnam Dilshan Nuwan Sunita Bishnu
Wei Ming Xiaoling Jianguo Yuting Haoran Meihua Zhen Kenji Haruka Takeshi Yuki Sakura Hiroshi Aiko Ryo Minjun Seoyeon Jihoon Hyejin Sungmin Eunji Dawa Tenzin Batbayar Oyuna Pema Sonam Tsering Karma
Linh Minh Thuy Quang Huong Duc Somchai Nattaya Anong Kittisak Ploy Siti Agus Dewi Budi Wayan Putri Rizal Maricel Jomar Althea Bayani Thida Aung Zaw Sokha Dara Phuong Khanh Ngoc
Agnieszka Tomasz Katarzyna Wojciech Oksana Dmytro Olena Taras Svetlana Dmitri Ekaterina Mikhail Jana Pavel Zuzana Marek Ivana Goran Milica Dragan Ana Luka Nikolina Stoyan Desislava Katya Mirela Ion Ioana Vasile
Saoirse Niamh Cillian Eoin Aoife Rhys Angharad Gareth Morag Hamish Freya Bjorn Astrid Sven Ingrid Lars Aino Mikko Tuuli Juhani Liis Maarja Andris Ilze Gintaras Ruta Sigrun Magnus Gudrun Einar
Johanna Matthias Ulrike Jürgen Sabine Dieter Anneke Pieter Marloes Joost Élodie Mathieu Camille Thibault Océane Benoît Giulia Lorenzo Chiara Matteo Beatriz João Inês Tiago Itziar Xavier Núria Álvaro Eleni Giorgos
Xochitl Citlali Diego Guadalupe Mateo Ximena Quetzal Inti Wayra Amaru Valentina Thiago Rosalía Joaquín Yara Moacir Jandira Raoni Camila Facundo Milagros Evo Nayeli Tlaloc Lautaro Ayelen Tupac Killa Luz Esteban
Noa Itamar Shira Avi Tamar Yael Malia Keanu Leilani Kalani Tane Aroha Wiremu Marama Sione Mele Talia Lagi Emily Jack Olivia Liam Charlotte Henry Grace Samuel Abigail Ethan Hannah Oliver
`
  .trim()
  .split(/\s+/)
